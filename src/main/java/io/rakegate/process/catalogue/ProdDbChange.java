package io.rakegate.process.catalogue;

/** Keys of the process "Production database change" and of the messages it waits for. */
public final class ProdDbChange {

    /** Id of the process; its business key is {@code owner/repository#number}. */
    public static final String KEY = "ProdDbChange";

    /** Id of the called process that verifies and reports one piece of evidence. */
    public static final String RECORD_EVIDENCE = "RecordEvidence";

    /** Id of the process that opens a change for a pull request by itself; its business key is that of the change. */
    public static final String OPEN_CHANGE_BY_ITSELF = "OpenChangeByItself";

    /** Id of the process that shows a changed record of a change that has ended; its business key is that of the change. */
    public static final String CHANGED_RECORD = "ChangedRecord";

    /** Something may have happened on the pull request: look again. */
    public static final String PULL_REQUEST_CHANGED = "PullRequestChanged";

    /** The head moved while approvals stood or were asked for. */
    public static final String NEW_COMMIT_PUSHED = "NewCommitPushed";

    /** The answers in the pull request's text changed while approvals stood or were asked for. */
    public static final String ANSWERS_CHANGED = "AnswersChanged";

    /** The pull request is merged. */
    public static final String PULL_REQUEST_MERGED = "PullRequestMerged";

    /** The pull request was closed without a merge. */
    public static final String PULL_REQUEST_CLOSED = "PullRequestClosed";

    /** A step was reached or left. */
    public static final String PROGRESS_MADE = "ProgressMade";

    /** The creator withdraws the change. */
    public static final String CHANGE_WITHDRAWN = "ChangeWithdrawn";

    private ProdDbChange() {}
}
