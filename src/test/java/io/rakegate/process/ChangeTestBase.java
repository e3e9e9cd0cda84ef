package io.rakegate.process;

import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.Quarantined;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.pullrequest.PullRequestRef;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** A test of another room on a change that is walked through the process. */
public abstract class ChangeTestBase extends ProcessTestBase {

    protected static final PullRequestRef REF = ChangeDriver.REF;
    protected static final String SHA = ChangeDriver.SHA;

    /** A change that its creator has just started. */
    protected final ProcessInstance started() {
        return change.startPrepared();
    }

    /** A file in which the scan found something, and its uploader asks to accept it. */
    protected final void quarantined(Quarantined file) {
        quarantines.kept.add(file);
    }

    protected final void prepare() {
        change.prepare();
    }

    protected final void approveBoth() {
        change.approveBoth();
    }

    protected final void reviewedOnGitHubBy(String userId) {
        change.approveOnGitHubAs(7, userId);
    }

    protected final void pushNewCommit(String sha) {
        pullRequests.open(7, sha, "rakelib/prod/backfill.rake", ChangeDriver.BODY);
        change.look();
    }

    /** From the approvals to the announcement of the completion. */
    protected final void finish() {
        change.mergeAndLook();
        change.stage();
        change.schedule();
        change.complete("operator", UserTask.RUN_IN_PRODUCTION, ChangeDriver.ran("success"));
        change.upload(
                UserTask.VALIDATE_PRODUCTION_CHANGE,
                "creator",
                Map.of("validationOutcome", "passed", "logLookedAt", true));
    }

    protected final void complete(String userId, UserTask task, Map<String, Object> entered) {
        change.complete(userId, task, entered);
    }

    /** The same answer to each finding of the open questions task, as its form submits it. */
    protected final Object findingAnswers(String kind, String text) {
        return change.findingAnswers(kind, text);
    }

    protected final String taskId(UserTask task) {
        return change.task(task).getId();
    }

    protected final boolean isOpen(UserTask task) {
        return change.isOpen(task);
    }

    protected final void as(String userId, Runnable act) {
        change.as(userId, act);
    }

    /** The evidence as it is recorded; a test may change it. */
    protected final List<Evidence> recordedEvidence() {
        return evidence.kept;
    }

    /** Every comment on pull requests, by pull request and marker. */
    protected final Map<String, String> comments() {
        return pullRequests.comments;
    }

    protected final void gitHubIsDown(boolean down) {
        pullRequests.outage = down;
    }

    /** From now on the scan finds personal data in what is uploaded, and masks it. */
    protected final void personalDataIsMasked() {
        evidence.scan = Evidence.ScanResult.REDACTED;
    }

    /** What every file of evidence holds from now on, whatever its record says. */
    protected final void evidenceBytesBecome(byte[] bytes) {
        evidence.stored = bytes.clone();
    }

    protected final void runJobs() {
        change.runJobs();
    }
}
