package io.rakegate.policy;

import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.RakeSource;
import java.util.List;

/**
 * What the rules look at: a pull request at one moment, the command that is to run, and the answers given so far.
 *
 * @param pullRequest the facts
 * @param command the shell command that is to run in production, as the creator gave it
 * @param answers the answers given so far
 * @param elsewhere the rake files of the repository's rake folders that the pull request leaves as they are
 */
public record Submission(PullRequest pullRequest, String command, Answers answers, List<RakeSource> elsewhere) {

    public Submission {
        elsewhere = List.copyOf(elsewhere);
    }

    /** A submission to a repository that has no other rake file. */
    public Submission(PullRequest pullRequest, String command, Answers answers) {
        this(pullRequest, command, answers, List.of());
    }
}
