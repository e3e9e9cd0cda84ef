package io.rakegate.process;

import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.pullrequest.Mergeability;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What on GitHub keeps a pull request from being merged, in a sentence that says what to do about it. */
public final class MergeHindrance {

    private static final String CONFLICTS = """
            The pull request has conflicts with its base branch, so GitHub cannot merge it. Resolve them on its branch. \
            Approvals count for the commit that does.""";
    private static final String BEHIND = """
            The pull request is behind its base branch, and GitHub merges it only once it is up to date. Update its branch. \
            Approvals count for the commit that does.""";
    private static final String BLOCKED = """
            GitHub holds the merge although both approvals stand: a check or a review that the repository asks for is \
            missing. The pull request's page says which.""";

    private MergeHindrance() {}

    /** The sentence for a running change; blank if nothing is known to stand in the way. */
    public static String in(VariableScope change, boolean approved) {
        return of(
                ChangeVariables.MERGEABILITY.get(change, Mergeability.UNKNOWN),
                ChangeVariables.MERGED.get(change, false),
                approved);
    }

    /**
     * The sentence; blank if nothing is known to stand in the way.
     *
     * @param approved whether both approvals stand, so that Rakegate's own check no longer holds the merge
     */
    static String of(Mergeability mergeability, boolean merged, boolean approved) {
        if (merged) {
            return "";
        }
        return switch (mergeability) {
            case CONFLICTS -> CONFLICTS;
            case BEHIND -> BEHIND;
            case BLOCKED -> approved ? BLOCKED : "";
            case MERGEABLE, UNKNOWN -> "";
        };
    }
}
