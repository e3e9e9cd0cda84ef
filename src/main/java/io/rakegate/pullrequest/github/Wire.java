package io.rakegate.pullrequest.github;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.rakegate.pullrequest.GitHubUser;
import io.rakegate.pullrequest.Mergeability;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of GitHub's answers that are read, as they arrive; an answer without a required part is refused. */
final class Wire {

    private Wire() {}

    record Account(
            long id, @Nullable String login, @Nullable String type) {

        /** GitHub answers an empty object, too, where it knows no account. */
        static boolean isKnown(@Nullable Account account) {
            return account != null && account.login != null;
        }

        /** The account that GitHub shows in place of a deleted one. */
        static final GitHubUser GHOST = GitHubUser.person(0, "ghost");

        static GitHubUser orGhost(@Nullable Account account) {
            return account == null || account.login == null ? GHOST : account.asUser(account.login);
        }

        private GitHubUser asUser(String name) {
            return new GitHubUser(id, name, "Bot".equals(type) || name.endsWith("[bot]"));
        }
    }

    record Pull(
            String htmlUrl,
            String title,
            @Nullable String body,
            String state,
            boolean draft,
            boolean merged,
            @Nullable Account user,
            @Nullable Boolean mergeable,
            @Nullable String mergeableState,
            @Nullable String mergeCommitSha,
            List<Label> labels,
            Tip head,
            Tip base,
            int commits,
            int changedFiles) {

        Pull {
            requireNonNull(htmlUrl, "html_url");
            requireNonNull(title, "title");
            requireNonNull(state, "state");
            requireNonNull(labels, "labels");
            requireNonNull(head, "head");
            requireNonNull(base, "base");
        }

        /** GitHub adds states from time to time; the flag beside them says what counts. */
        Mergeability mergeability() {
            if (mergeable == null) {
                return Mergeability.UNKNOWN;
            }
            if (!mergeable) {
                return Mergeability.CONFLICTS;
            }
            return switch (requireNonNullElse(mergeableState, "")) {
                case "behind" -> Mergeability.BEHIND;
                case "blocked" -> Mergeability.BLOCKED;
                default -> Mergeability.MERGEABLE;
            };
        }

        /** Whether both say the same about which changes are proposed. */
        boolean proposesTheSameAs(Pull other) {
            return head.sha.equals(other.head.sha) && base.ref.equals(other.base.ref);
        }
    }

    record ListedPull(int number, Instant updatedAt) {
        ListedPull {
            requireNonNull(updatedAt, "updated_at");
        }
    }

    record Label(String name) {
        Label {
            requireNonNull(name, "name");
        }
    }

    record Tip(String ref, String sha, @Nullable Repository repo) {
        Tip {
            requireNonNull(ref, "ref");
            requireNonNull(sha, "sha");
        }
    }

    record Repository(long id) {}

    record ChangedFile(
            String filename, String status, @Nullable String previousFilename) {
        ChangedFile {
            requireNonNull(filename, "filename");
            requireNonNull(status, "status");
        }
    }

    record Commit(
            String sha,
            GitCommit commit,
            @Nullable Account author,
            @Nullable Account committer) {
        Commit {
            requireNonNull(sha, "sha");
            requireNonNull(commit, "commit");
        }
    }

    record Comparison(List<Commit> commits) {
        Comparison {
            requireNonNull(commits, "commits");
        }
    }

    record GitCommit(Signature author, Signature committer, String message) {
        GitCommit {
            requireNonNull(author, "author");
            requireNonNull(committer, "committer");
            requireNonNull(message, "message");
        }
    }

    record Signature(String name, String email, Instant date) {
        Signature {
            requireNonNull(name, "name");
            requireNonNull(email, "email");
            requireNonNull(date, "date");
        }
    }

    record Review(
            @Nullable Account user,
            String state,
            @Nullable String commitId,
            @Nullable Instant submittedAt,
            String htmlUrl) {
        Review {
            requireNonNull(state, "state");
            requireNonNull(htmlUrl, "html_url");
        }
    }

    record Content(
            String type,
            long size,
            @Nullable String encoding,
            @Nullable String content) {
        Content {
            requireNonNull(type, "type");
        }
    }

    record Refusal(@Nullable String message) {}
}
