package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFileRule;
import io.rakegate.policy.RakeTask;
import io.rakegate.policy.Surroundings;
import io.rakegate.policy.code.Delegations;
import io.rakegate.policy.code.DryRun;
import io.rakegate.policy.code.Effect;
import io.rakegate.policy.code.RakeCode;
import io.rakegate.policy.code.TaskCode;
import io.rakegate.policy.code.Words;
import io.rakegate.policy.code.Writes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A task that changes something can be run without changing it, and does so unless told otherwise. */
public final class TaskHasADryRun implements RakeFileRule {

    private static final Set<String> PREVIEWS = Set.of("preview", "simulate", "ghost", "check", "report", "verify");
    private static final Wording WORDING = new Wording(
            TaskHasADryRun.class,
            ProcessDocument.GHOST_RUN,
            "Without a dry run the first time anybody sees which records are meant is when they are changed.",
            "Add a switch that only reports, such as DRY_RUN, and let it be on unless DRY_RUN=false is given; or say how"
                    + " the change can be validated before it is applied.");

    @Override
    public List<Finding> check(RakeCode code, Surroundings surroundings) {
        boolean hasAPreviewTask = code.file().tasks().stream().anyMatch(TaskHasADryRun::isPreview);
        return code.tasks().stream()
                .filter(task -> !hasAPreviewTask && changesSomething(task, code))
                .flatMap(task -> check(task, code).stream())
                .toList();
    }

    private static boolean isPreview(RakeTask task) {
        String name = task.name() == null ? "" : task.name();
        String last = name.substring(name.lastIndexOf(':') + 1);
        return DryRun.isAbout(last) || Words.of(last).stream().anyMatch(PREVIEWS::contains);
    }

    private static boolean changesSomething(TaskCode task, RakeCode code) {
        return task.calls()
                .anyMatch(call -> Writes.of(call, code).isPresent()
                        || Effect.of(call).isPresent()
                        || Delegations.target(call, code) != null);
    }

    private static Optional<Finding> check(TaskCode task, RakeCode code) {
        return switch (DryRun.of(task)) {
            case SAFE -> Optional.empty();
            case NONE ->
                Optional.of(WORDING.toAnswer(
                        code, task.task().line(), "The task " + task.task().label() + " has no dry run."));
            case OFF_UNLESS_ASKED ->
                Optional.of(WORDING.toAnswer(
                        code,
                        task.task().line(),
                        "The dry run of " + task.task().label()
                                + " has to be asked for: without the switch it runs live."));
        };
    }
}
