package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import java.util.Set;

/** Recognises calls that write to logs, to the terminal or to standard error. */
public final class Output {

    private static final Set<String> PRINTING = Set.of("puts", "print", "p", "pp", "warn", "printf", "abort");
    private static final Set<String> LOGGING =
            Set.of("debug", "info", "warn", "error", "fatal", "unknown", "add", "log", "tagged");
    private static final Set<String> STREAM = Set.of("puts", "print", "write", "printf", "<<");

    private Output() {}

    /** Whether a call does. */
    public static boolean isOutput(Call call) {
        RubyNode receiver = call.receiver();
        if (receiver == null) {
            return call.isOneOf(PRINTING);
        }
        String name = receiver.is("call") ? receiver.childText("method") : receiver.text();
        boolean isLogger = name.endsWith("logger") || name.endsWith("LOGGER") || name.equals("log");
        boolean isStream = Set.of("$stdout", "$stderr", "STDOUT", "STDERR").contains(name);
        return (isLogger && call.isOneOf(LOGGING))
                || (isStream && call.isOneOf(STREAM))
                || (name.equals("Kernel") && call.isOneOf(PRINTING));
    }
}
