package io.rakegate.process.task;

import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.EvidenceRecords;
import io.rakegate.evidence.PersonalData;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequests;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes one comment per evidence on the pull request: its readable part, never personal data. */
@Component
class ReportEvidence implements JavaDelegate {

    private final EvidenceRecords records;
    private final PullRequests pullRequests;
    private final EvidenceComment comment;
    private final PersonalData personalData;

    ReportEvidence(
            EvidenceRecords records, PullRequests pullRequests, EvidenceComment comment, PersonalData personalData) {
        this.records = records;
        this.pullRequests = pullRequests;
        this.comment = comment;
        this.personalData = personalData;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Evidence evidence = records.find(UUID.fromString(ChangeVariables.EVIDENCE.get(execution)))
                .orElseThrow(() -> new IllegalStateException("The evidence is not in the store."));
        pullRequests.comment(
                PullRequestRef.fromKey(ChangeVariables.PULL_REQUEST.get(execution)),
                "evidence-" + evidence.id(),
                personalData.redact(comment.of(evidence)));
    }
}
