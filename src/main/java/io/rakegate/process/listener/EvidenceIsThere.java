package io.rakegate.process.listener;

import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.evidence.EvidenceRecords;
import io.rakegate.process.EvidenceVariables;
import io.rakegate.process.Fields;
import io.rakegate.process.InputRefused;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.pullrequest.PullRequestRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An upload task completes only with evidence for the commit that is the head now; the newest one counts. */
@Component
@Order(40)
class EvidenceIsThere implements CompletionRule {

    private static final Set<EvidenceEnvironment> OF_THE_RUN =
            Set.of(EvidenceEnvironment.PRODUCTION, EvidenceEnvironment.BACKOUT);

    private final EvidenceRecords records;

    EvidenceIsThere(EvidenceRecords records) {
        this.records = records;
    }

    @Override
    public void completing(Completion completion) {
        completion.kind().flatMap(UserTask::evidence).ifPresent(environment -> {
            Evidence evidence = current(completion.task(), environment);
            requireOfThisRun(completion.task(), evidence);
            EvidenceVariables.of(environment)
                    .set(completion.task(), evidence.id().toString());
        });
    }

    /** "Perform validations, report results": what was uploaded before the run shows nothing of what it did. */
    private static void requireOfThisRun(DelegateTask task, Evidence evidence) {
        if (!OF_THE_RUN.contains(evidence.environment())) {
            return;
        }
        Instant started = Fields.moment(task, ChangeVariables.RUN_STARTED, "Nobody has said when the run started.");
        if (evidence.uploadedAt().isBefore(started)) {
            throw new InputRefused(
                    "file",
                    "The newest " + evidence.environment().slug() + " evidence was uploaded at "
                            + evidence.uploadedAt().truncatedTo(ChronoUnit.SECONDS) + ", before the run started at "
                            + started
                            + ". Upload what shows the state after the run.");
        }
    }

    private Evidence current(DelegateTask task, EvidenceEnvironment environment) {
        PullRequestRef change = PullRequestRef.fromKey(task.getExecution().getProcessBusinessKey());
        String headSha = ChangeVariables.HEAD_SHA.get(task);
        return records.current(change, environment, headSha)
                .orElseThrow(() -> new InputRefused(
                        "file",
                        "There is no " + environment.slug() + " evidence for the commit " + headSha.substring(0, 7)
                                + " yet. Upload the file of that run first; evidence for an older commit does not"
                                + " count."));
    }
}
