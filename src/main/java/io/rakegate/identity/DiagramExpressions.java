package io.rakegate.identity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which expressions a diagram may contain: they read one variable, compare it with a value, name a bean of the
 * catalogue or read one of its intervals. Anything else is neither deployed nor evaluated.
 */
public final class DiagramExpressions {

    private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";
    private static final Pattern SIMPLE = Pattern.compile("[$#]\\{\\s*!?\\s*(?<name>" + NAME + ")\\s*"
            + "(?:(?:==|!=|<=|>=|<|>)\\s*(?:'[^'\\\\]*'|-?\\d{1,18}|true|false)\\s*)?}");
    private static final Pattern TIMER = Pattern.compile("[$#]\\{\\s*changeTimers\\." + NAME + "\\s*}");
    private static final Pattern BUSINESS_KEY = Pattern.compile("[$#]\\{\\s*execution\\.processBusinessKey\\s*}");

    private DiagramExpressions() {}

    /** Whether this text is no expression, or one that a diagram may contain. */
    public static boolean isHarmless(String text) {
        boolean evaluated = text.contains("${") || text.contains("#{");
        return !evaluated
                || SIMPLE.matcher(text).matches()
                || TIMER.matcher(text).matches()
                || BUSINESS_KEY.matcher(text).matches();
    }

    /** The variable or bean that an expression reads; empty for one that reads something else. */
    public static Optional<String> nameIn(String text) {
        Matcher simple = SIMPLE.matcher(text);
        return simple.matches() ? Optional.of(simple.group("name")) : Optional.empty();
    }
}
