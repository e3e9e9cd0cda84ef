package io.rakegate.sandbox.github;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns what somebody wants to push into commits. */
@InSandbox
@Component("sandboxGitHubWriting")
class Writing {

    private final Repositories repositories;
    private final Accounts accounts;
    private final Commits commits;

    Writing(Repositories repositories, Accounts accounts, Commits commits) {
        this.repositories = repositories;
        this.accounts = accounts;
        this.commits = commits;
    }

    Commit write(Repository repository, String parent, NewCommit commit, Instant at) {
        Map<String, String> tree = new HashMap<>(commits.get(repository, parent).tree());
        commit.files().forEach((path, text) -> {
            if (text.isPresent()) {
                tree.put(checked(path), commits.keep(text.get()));
            } else if (tree.remove(path) == null) {
                throw Refusal.unprocessable("There is no file \"" + path + "\" to remove.");
            }
        });
        Signature by = Signature.of(accounts.named(commit.author()), at);
        return commits.add(repository, List.of(parent), tree, message(commit), by, by);
    }

    Commit merge(Repository repository, List<String> parents, Map<String, String> tree, String message, Signature by) {
        return commits.add(repository, parents, tree, message, by, by);
    }

    String freeBranch(Repository repository, String wanted) {
        String branch = wanted;
        for (int number = 2; repositories.tip(repository, branch).isPresent(); number++) {
            branch = wanted + "-" + number;
        }
        return branch;
    }

    // PostgreSQL keeps no null character in a text, and neither does GitHub
    static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw Refusal.unprocessable("The text contains a null character.");
        }
        return text;
    }

    private String message(NewCommit commit) {
        StringBuilder message = new StringBuilder(storable(commit.message().strip()));
        if (!commit.coAuthors().isEmpty()) {
            message.append('\n');
        }
        commit.coAuthors().stream()
                .map(accounts::named)
                .forEach(other ->
                        message.append("\nCo-authored-by: ").append(other.login() + " <" + other.email() + ">"));
        return message.toString();
    }

    private static String checked(String path) {
        boolean sensible = !path.isBlank()
                && !path.startsWith("/")
                && !path.endsWith("/")
                && !path.contains("//")
                && !path.contains("..");
        if (!sensible) {
            throw Refusal.unprocessable("\"" + path + "\" is no path of a file in the repository.");
        }
        return storable(path);
    }
}
