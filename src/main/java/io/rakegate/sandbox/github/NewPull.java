package io.rakegate.sandbox.github;

import java.util.List;

/**
 * A pull request about to be opened into the default branch.
 *
 * @param owner the repository's owner
 * @param repository the repository's name
 * @param title its title
 * @param body its description in Markdown
 * @param author login of who opens it
 * @param branch the branch it comes from; a number is appended if there is one of that name
 * @param draft whether it is a draft
 * @param labels names of its labels
 * @param commits its commits, oldest first, at least one
 */
public record NewPull(
        String owner,
        String repository,
        String title,
        String body,
        String author,
        String branch,
        boolean draft,
        List<String> labels,
        List<NewCommit> commits) {

    public NewPull {
        labels = List.copyOf(labels);
        commits = List.copyOf(commits);
    }

    /** The same opened by somebody else, who then also wrote what the opener wrote. */
    public NewPull by(String login) {
        List<NewCommit> theirs =
                commits.stream().map(commit -> commit.by(author, login)).toList();
        return new NewPull(owner, repository, title, body, login, branch, draft, labels, theirs);
    }

    /** The same under another title. */
    public NewPull titled(String other) {
        return new NewPull(owner, repository, other, body, author, branch, draft, labels, commits);
    }
}
