package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFileRule;
import io.rakegate.policy.Surroundings;
import io.rakegate.policy.code.Call;
import io.rakegate.policy.code.RakeCode;
import io.rakegate.policy.ruby.RubyNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A task runs from its command alone: it waits for nobody to type something. */
public final class TaskAsksForNoInput implements RakeFileRule {

    private static final Set<String> ALONE =
            Set.of("gets", "byebug", "debugger", "readline", "readlines", "ask", "agree", "yes?", "no?");
    private static final Set<String> INPUT =
            Set.of("STDIN", "$stdin", "ARGF", "Readline", "Reline", "HighLine", "TTY::Prompt");
    private static final Wording WORDING = new Wording(
            TaskAsksForNoInput.class,
            ProcessDocument.RUN_IN_PRODUCTION,
            "What is typed during the run was never approved and is not recorded; in a session without a terminal the"
                    + " task hangs.",
            "Take it as an argument of the task or as an environment variable, so that it stands in the approved command.");

    @Override
    public List<Finding> check(RakeCode code, Surroundings surroundings) {
        return code.tasks().stream()
                .flatMap(
                        task -> task
                                .nodes()
                                .filter(node -> asks(node, code) != null)
                                .findFirst()
                                .map(node -> finding(node, code))
                                .stream())
                .distinct()
                .toList();
    }

    private static Finding finding(RubyNode node, RakeCode code) {
        return WORDING.toAnswer(
                code, node.line(), "The task stops here for input from the terminal (\"" + asks(node, code) + "\").");
    }

    /** What it calls to ask; null if it does not. */
    private static @Nullable String asks(RubyNode node, RakeCode code) {
        if (node.is("identifier") && !"method".equals(node.field()) && code.valueOf(node) == null) {
            boolean calls = Set.of("gets", "byebug", "debugger").contains(node.text());
            return calls && !isParameter(node) ? node.text() : null;
        }
        if (!node.is("call")) {
            return null;
        }
        Call call = new Call(node);
        RubyNode receiver = call.receiver();
        if (receiver == null) {
            return ALONE.contains(call.method()) && !code.definesMethod(call.method()) ? call.method() : null;
        }
        boolean breaks = receiver.text().equals("binding") && call.isOneOf(Set.of("pry", "irb", "break"));
        boolean reads =
                INPUT.contains(receiver.text()) && !call.isOneOf(Set.of("tty?", "isatty", "sync=", "close", "binmode"));
        boolean prompts = Set.of("shell", "prompt", "cli", "highline").contains(receiver.text())
                && call.isOneOf(Set.of("yes?", "no?", "ask", "select"));
        return breaks || reads || prompts ? receiver.text() + "." + call.method() : null;
    }

    private static boolean isParameter(RubyNode node) {
        return node.ancestors().anyMatch(at -> at.is("block_parameters", "method_parameters", "lambda_parameters"));
    }
}
