package io.rakegate.sandbox.github;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Understands what names a commit: a full SHA, a branch, or either with {@code refs/heads/} in front. */
@InSandbox
@Component("sandboxGitHubRevisions")
public class Revisions {

    private final Repositories repositories;
    private final Commits commits;

    Revisions(Repositories repositories, Commits commits) {
        this.repositories = repositories;
        this.commits = commits;
    }

    /**
     * The commit that is named.
     *
     * @throws Refusal if there is none
     */
    public Commit get(Repository repository, String name) {
        return find(repository, name).orElseThrow(() -> Refusal.unprocessable("No commit found for SHA: " + name));
    }

    /** The commit that is named, if there is one. */
    public Optional<Commit> find(Repository repository, String name) {
        String branch = name.startsWith("refs/heads/") ? name.substring("refs/heads/".length()) : name;
        String sha = repositories.tip(repository, branch).orElse(branch);
        return commits.find(repository, sha);
    }

    /** The newest commit that both have in their history. */
    public Commit mergeBase(Repository repository, Commit one, Commit other) {
        Set<String> history =
                commits.upTo(repository, one.sha()).stream().map(Commit::sha).collect(Collectors.toSet());
        return commits.upTo(repository, other.sha()).stream()
                .filter(commit -> history.contains(commit.sha()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
