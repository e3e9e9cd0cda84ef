package io.rakegate.process.listener;

import io.rakegate.process.ApprovalVariables;
import io.rakegate.process.FindingStanding;
import io.rakegate.process.FindingStanding.Known;
import io.rakegate.process.InputRefused;
import io.rakegate.process.catalogue.Variable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Step 5: whoever approves accepts each waived finding by name; who accepted it is part of the record. */
@Component
@Order(55)
class WaiversAreAccepted implements CompletionRule {

    @Override
    public void completing(Completion completion) {
        completion.kind().flatMap(ApprovalVariables::of).ifPresent(approval -> {
            if (approval.decision().get(completion.task(), "").equals("approve")) {
                requireAccepted(completion.task(), approval.acceptedWaivers());
            }
        });
    }

    private static void requireAccepted(DelegateTask task, Variable<List<String>> variable) {
        List<String> accepted = accepted(task, variable);
        String open = FindingStanding.waivers(Known.in(task)).stream()
                .filter(waiver -> !accepted.contains(waiver.finding().id()))
                .map(waiver -> waiver.finding().id() + ", \"" + waiver.finding().sentence() + "\", " + waiver.answer())
                .collect(Collectors.joining("\n"));
        if (!open.isEmpty()) {
            throw new InputRefused(
                    variable.name(),
                    "Accept each waiver by ticking it, or ask for changes and say what has to be fixed. Not accepted"
                            + " are:\n" + open);
        }
    }

    private static List<String> accepted(DelegateTask task, Variable<List<String>> variable) {
        try {
            return variable.get(task, List.of());
        } catch (UncheckedIOException unreadable) {
            throw new InputRefused(
                    variable.name(), "The accepted waivers are a list of ids such as [\"TaskHasADryRun-0123456789\"].");
        }
    }
}
