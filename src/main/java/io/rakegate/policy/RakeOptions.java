package io.rakegate.policy;

import io.rakegate.policy.code.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What options of Rake and variables around it do to what was approved. */
final class RakeOptions {

    private static final Set<String> OPTIONS_WITH_A_VALUE = Words.setOf("""
            -f -C -E -I -r -R -p --rakefile --directory --libdir --require
            """);
    private static final Set<String> OPTIONS_THAT_RUN_NOTHING = Words.setOf("""
            -n --dry-run -T --tasks -P --prereqs -D --describe -W --where -A --all -h -H --help -V
            --version
            """);
    private static final Set<String> OPTIONS_THAT_RUN_CODE =
            Set.of("-e", "--execute", "-p", "--execute-print", "-E", "--execute-continue");
    private static final Set<String> OPTIONS_THAT_LOAD_CODE = Set.of("-r", "--require", "-g", "--system");
    private static final Set<String> OPTIONS_THAT_NAME_A_PLACE = Words.setOf("""
            -f --rakefile -R --rakelibdir --rakelib -I --libdir -C --directory
            """);
    private static final Pattern GLUED = Pattern.compile("(-[epEfrRIC]).+");
    private static final Set<String> VARIABLES_THAT_LOAD_CODE = Words.setOf("""
            RUBYOPT RUBYLIB BUNDLE_GEMFILE BUNDLE_PATH GEM_HOME GEM_PATH PATH BASH_ENV RAKE_SYSTEM LD_PRELOAD LD_LIBRARY_PATH
            LD_AUDIT
            """);

    private RakeOptions() {}

    /** Whether the word after this option belongs to it. */
    static boolean takeAValue(String option) {
        return OPTIONS_WITH_A_VALUE.contains(option) || OPTIONS_THAT_RUN_CODE.contains(option);
    }

    /** What is to be said of an option; the next word may be its value. */
    static List<String> cautions(String word, String next) {
        List<String> cautions = new ArrayList<>();
        String option = nameOf(word);
        String value =
                word.equals(option) ? next : word.substring(option.length()).replaceFirst("^=", "");
        if (OPTIONS_THAT_LOAD_CODE.contains(option)
                || (OPTIONS_THAT_NAME_A_PLACE.contains(option) && leadsOut(value))) {
            cautions.add("With the option \"" + option + "\" rake loads other code than what was approved.");
        }
        if (OPTIONS_THAT_RUN_NOTHING.contains(option)) {
            cautions.add("With the option \"" + option + "\" rake does not run the task.");
        } else if (OPTIONS_THAT_RUN_CODE.contains(option)) {
            cautions.add("With the option \"" + option + "\" rake runs code from the command line.");
        }
        return cautions;
    }

    /** What is to be said of a variable that is set for the run. */
    static List<String> cautionsOfVariable(String name) {
        return VARIABLES_THAT_LOAD_CODE.contains(name)
                ? List.of("The variable " + name + " can make it run other code than what was approved.")
                : List.of();
    }

    /** An option by its name alone, also where its value is glued to it. */
    private static String nameOf(String option) {
        if (option.startsWith("--")) {
            return option.split("=", 2)[0];
        }
        Matcher glued = GLUED.matcher(option);
        return glued.matches() ? glued.group(1) : option;
    }

    /** Whether a path leads out of the repository, whose files were reviewed. */
    private static boolean leadsOut(String path) {
        return path.startsWith("/") || path.startsWith("~") || path.contains("..");
    }
}
