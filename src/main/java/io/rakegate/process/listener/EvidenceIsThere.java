package io.rakegate.process.listener;

import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.evidence.EvidenceRecords;
import io.rakegate.process.EvidenceVariables;
import io.rakegate.process.InputRefused;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.pullrequest.PullRequestRef;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An upload task completes only with evidence for the commit that is the head now; the newest one counts. */
@Component
@Order(40)
class EvidenceIsThere implements CompletionRule {

    private final EvidenceRecords records;

    EvidenceIsThere(EvidenceRecords records) {
        this.records = records;
    }

    @Override
    public void completing(Completion completion) {
        completion.kind().flatMap(UserTask::evidence).ifPresent(environment -> {
            Evidence evidence = current(completion.task(), environment);
            EvidenceVariables.of(environment)
                    .set(completion.task(), evidence.id().toString());
        });
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
