package io.rakegate.policy;

import io.rakegate.policy.code.Words;
import io.rakegate.policy.shell.ShellHazard;
import io.rakegate.policy.shell.ShellLine;
import io.rakegate.policy.shell.ShellToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the words of a command line as calls of Rake. */
final class RakeCommandReader {

    private static final String EXPECTED =
            " It looks like: bundle exec rake namespace:task, with arguments as in 'namespace:task[first,second]'.";
    private static final Set<String> WRAPPERS =
            Set.of("bundle", "exec", "env", "time", "nohup", "nice", "sudo", "spring");
    private static final Set<String> RAILS_COMMANDS = Words.setOf("""
            runner r console c server s dbconsole db generate g destroy d new test t plugin query
            """);
    private static final Pattern OF_THE_REPOSITORY = Pattern.compile("(?:\\./)?bin/[^/]+");

    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<RakeCommand.Call> tasks = new ArrayList<>();
    private final Set<String> cautions = new LinkedHashSet<>();

    private RakeCommandReader() {}

    static RakeCommand read(String command) {
        if (command.isBlank()) {
            throw new IllegalArgumentException("No command is given." + EXPECTED);
        }
        return new RakeCommandReader().read(ShellLine.tokens(command.strip()));
    }

    private RakeCommand read(List<ShellToken> tokens) {
        boolean isRake = false;
        for (List<ShellToken> words : commands(tokens)) {
            if (readsAsRake(words)) {
                isRake = true;
            } else {
                cautions.add("The command line also runs \"" + words.get(0).text() + "\", which is not a rake task.");
            }
        }
        if (!isRake) {
            throw new IllegalArgumentException("This is not a rake command." + EXPECTED);
        }
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("The command calls rake without naming a task." + EXPECTED);
        }
        if (tasks.size() > 1) {
            cautions.add("The command runs " + tasks.size() + " tasks; if one fails, the others may already have run.");
        }
        return new RakeCommand(environment, tasks, List.copyOf(cautions));
    }

    private List<List<ShellToken>> commands(List<ShellToken> tokens) {
        List<List<ShellToken>> commands = new ArrayList<>();
        List<ShellToken> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            ShellToken token = tokens.get(i);
            switch (token.kind()) {
                case WORD -> words.add(token);
                case REDIRECTION -> {
                    cautions.add("The command line redirects with \"" + token.text() + "\".");
                    i++;
                }
                case SEPARATOR -> {
                    separated(token.text());
                    commands.add(words);
                    words = new ArrayList<>();
                }
            }
        }
        commands.add(words);
        commands.removeIf(List::isEmpty);
        return commands;
    }

    private void separated(String operator) {
        cautions.add(
                operator.equals("\n")
                        ? "The command has several lines."
                        : "The shell operator \"" + operator + "\" makes it more than one command.");
    }

    private boolean readsAsRake(List<ShellToken> words) {
        int at = 0;
        while (at < words.size() && comesBeforeRake(words.get(at).text())) {
            takeAssignment(words.get(at++).text());
        }
        String runner = at < words.size() ? baseName(words.get(at).text()) : "";
        boolean rails = runner.equals("rails");
        if (!runner.equals("rake") && !rails) {
            return false;
        }
        words.subList(0, at + 1).forEach(word -> cautionAgainstAnotherProgram(word.text()));
        words.forEach(this::caution);
        if (rails
                && at + 1 < words.size()
                && RAILS_COMMANDS.contains(words.get(at + 1).text())) {
            throw new IllegalArgumentException(
                    "\"rails " + words.get(at + 1).text() + "\" does not run a rake task." + EXPECTED);
        }
        readCalls(words.subList(at + 1, words.size()).stream()
                .map(ShellToken::text)
                .toList());
        return true;
    }

    private static boolean comesBeforeRake(String word) {
        return WRAPPERS.contains(baseName(word)) || isAssignment(word) || word.startsWith("-");
    }

    private static String baseName(String word) {
        return word.substring(word.lastIndexOf('/') + 1);
    }

    private void readCalls(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("-")) {
                cautions.addAll(RakeOptions.cautions(word, i + 1 < words.size() ? words.get(i + 1) : ""));
                i += RakeOptions.takeAValue(word) ? 1 : 0;
            } else if (isAssignment(word)) {
                takeAssignment(word);
            } else {
                tasks.add(RakeArguments.call(word));
            }
        }
    }

    /** A program named by its path may be anything; {@code bin/} is in the repository and goes through its reviews. */
    private void cautionAgainstAnotherProgram(String word) {
        if (!isAssignment(word)
                && word.contains("/")
                && !OF_THE_REPOSITORY.matcher(word).matches()) {
            cautions.add("\"" + word + "\" is a program outside the repository; name it without its path.");
        }
    }

    private void caution(ShellToken word) {
        for (ShellHazard hazard : ShellHazard.values()) {
            if (word.hazards().contains(hazard)) {
                cautions.add("\"" + word.text() + "\" " + because(hazard));
            }
        }
    }

    private static String because(ShellHazard hazard) {
        return switch (hazard) {
            case UNQUOTED_BRACKET ->
                "has brackets outside quotes; zsh refuses that, so quote the task with its arguments.";
            case FILE_PATTERN -> "is a file pattern outside quotes, which the shell may replace by names of files.";
            case COMMAND_SUBSTITUTION -> "runs another command first and puts its output into this one.";
            case VARIABLE -> "has a variable whose value only the shell of the run knows; write the value.";
            case TYPOGRAPHY ->
                "has a typographic quote, dash or space from a text editor, which is no quote to a shell.";
        };
    }

    private static boolean isAssignment(String word) {
        int equals = word.indexOf('=');
        return equals > 0
                && !Character.isDigit(word.charAt(0))
                && word.substring(0, equals).chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    }

    private void takeAssignment(String word) {
        if (isAssignment(word)) {
            int equals = word.indexOf('=');
            cautions.addAll(RakeOptions.cautionsOfVariable(word.substring(0, equals)));
            environment.put(word.substring(0, equals), word.substring(equals + 1));
        }
    }
}
