package io.rakegate.policy;

import java.util.ArrayList;
import java.util.List;

/** Cuts {@code name[a,b]} into a task name and arguments, as Rake does. */
final class RakeArguments {

    private RakeArguments() {}

    /**
     * One word of the command line as a task call.
     *
     * @throws IllegalArgumentException if its brackets do not match, in a sentence
     */
    static RakeCommand.Call call(String word) {
        int open = word.indexOf('[');
        if (open < 0 && word.indexOf(']') < 0) {
            return new RakeCommand.Call(word, List.of());
        }
        if (open <= 0 || !word.endsWith("]")) {
            throw new IllegalArgumentException("The shell hands \"" + word + "\" to rake, whose brackets do not match."
                    + " A space inside brackets splits the word:"
                    + " quote the task with its arguments, as in rake 'namespace:task[first, second]'.");
        }
        return new RakeCommand.Call(word.substring(0, open), arguments(word.substring(open + 1, word.length() - 1)));
    }

    private static List<String> arguments(String list) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '\\' && i + 1 < list.length()) {
                argument.append(list.charAt(++i));
            } else if (c == ',') {
                arguments.add(argument.toString().strip());
                argument.setLength(0);
            } else {
                argument.append(c);
            }
        }
        if (!arguments.isEmpty() || !argument.toString().isBlank()) {
            arguments.add(argument.toString().strip());
        }
        return arguments;
    }
}
