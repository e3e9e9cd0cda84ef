package io.rakegate.sandbox.github;

import io.rakegate.pullrequest.PullRequestRef;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people and Rakegate can do on the sandbox's GitHub. Every method is one database transaction that is durable
 * when the method returns; two at once on one pull request wait for each other.
 *
 * <p>Errors: {@link Refusal} with the sentence and status that GitHub would answer.
 */
@InSandbox
@Component("sandboxGitHub")
@Transactional
public class FakeGitHub {

    private final Repositories repositories;
    private final Accounts accounts;
    private final Commits commits;
    private final Pulls pulls;
    private final Merging merging;
    private final Gate gate;
    private final Clock clock;

    FakeGitHub(
            Repositories repositories,
            Accounts accounts,
            Commits commits,
            Pulls pulls,
            Merging merging,
            Gate gate,
            Clock clock) {
        this.repositories = repositories;
        this.accounts = accounts;
        this.commits = commits;
        this.pulls = pulls;
        this.merging = merging;
        this.gate = gate;
        this.clock = clock;
    }

    /** Opens a pull request from a new branch into the default branch. */
    public Pull open(NewPull pull) {
        Repository repository = repositories.get(pull.owner(), pull.repository());
        Account author = accounts.named(pull.author());
        if (pull.title().isBlank()) {
            throw Refusal.invalid("PullRequest", "title", "missing_field");
        }
        if (pull.commits().isEmpty()) {
            throw Refusal.unprocessable("A pull request needs at least one commit.");
        }
        String base = repositories.lockTip(repository, repository.defaultBranch());
        String head = base;
        for (NewCommit commit : pull.commits()) {
            head = write(repository, head, commit).sha();
        }
        String branch = freeBranch(repository, pull.branch());
        repositories.move(repository, branch, head);
        return pulls.add(repository, pull, author, branch, head, base, now());
    }

    /** Pushes a commit to an open pull request's branch. */
    public Commit push(PullRequestRef ref, NewCommit commit) {
        Pull pull = lockOpen(ref);
        Commit written = write(pull.repository(), pull.headSha(), commit);
        repositories.move(pull.repository(), pull.headBranch(), written.sha());
        pulls.moveHead(pull, written.sha(), pull.baseSha(), now());
        return written;
    }

    /** Merges the base branch into the pull request's, as the button "Update branch" does. */
    public Commit updateBranch(PullRequestRef ref, String login) {
        Pull pull = lockOpen(ref);
        String tip = repositories.lockTip(pull.repository(), pull.baseBranch());
        if (tip.equals(pull.baseSha())) {
            throw Refusal.unprocessable("There are no new commits on the base branch.");
        }
        Commit merge = mergeCommit(
                pull,
                List.of(pull.headSha(), tip),
                merging.tree(pull, tip),
                accounts.named(login),
                "Merge branch '" + pull.baseBranch() + "' into " + pull.headBranch());
        repositories.move(pull.repository(), pull.headBranch(), merge.sha());
        pulls.moveHead(pull, merge.sha(), tip, now());
        return merge;
    }

    /**
     * Merges a pull request.
     *
     * @param anyway whether to merge even though the gate is not green, as an administrator of a repository can
     */
    public Commit merge(PullRequestRef ref, String login, boolean anyway) {
        Pull pull = lockOpen(ref);
        Account account = accounts.named(login);
        if (pull.draft()) {
            throw Refusal.notMergeable("Pull Request is still a draft");
        }
        if (!anyway && gate.of(pull).filter(Gate.Says::green).isEmpty()) {
            throw Refusal.notMergeable("Required status check \"" + Gate.CONTEXT + "\" is expected.");
        }
        String tip = repositories.lockTip(pull.repository(), pull.baseBranch());
        String message = "Merge pull request #" + pull.number() + " from "
                + pull.repository().owner() + "/" + pull.headBranch() + "\n\n" + pull.title();
        Commit merge = mergeCommit(pull, List.of(tip, pull.headSha()), merging.tree(pull, tip), account, message);
        repositories.move(pull.repository(), pull.baseBranch(), merge.sha());
        pulls.setMerged(pull, merge.sha(), account, now());
        return merge;
    }

    /** Closes a pull request without merging it. */
    public void close(PullRequestRef ref) {
        pulls.setOpen(lockOpen(ref), false, now());
    }

    /** Opens a closed pull request again. */
    public void reopen(PullRequestRef ref) {
        Pull pull = pulls.lock(ref);
        if (pull.merged()) {
            throw Refusal.unprocessable("A merged pull request cannot be reopened.");
        }
        if (pull.open()) {
            throw Refusal.unprocessable("This pull request is open already.");
        }
        pulls.setOpen(pull, true, now());
    }

    /** Marks a pull request as a draft or as ready for review. */
    public void setDraft(PullRequestRef ref, boolean draft) {
        pulls.setDraft(lockOpen(ref), draft, now());
    }

    /** Changes a pull request's title and description. */
    public void edit(PullRequestRef ref, String title, String body) {
        if (title.isBlank()) {
            throw Refusal.invalid("PullRequest", "title", "missing_field");
        }
        pulls.setText(pulls.lock(ref), storable(title), storable(body), now());
    }

    private Pull lockOpen(PullRequestRef ref) {
        Pull pull = pulls.lock(ref);
        if (!pull.open()) {
            throw Refusal.unprocessable("This pull request is " + pull.stateWord() + ".");
        }
        return pull;
    }

    private Commit write(Repository repository, String parent, NewCommit commit) {
        Map<String, String> tree = new HashMap<>(commits.get(repository, parent).tree());
        commit.files().forEach((path, text) -> {
            if (text.isPresent()) {
                tree.put(checked(path), commits.keep(text.get()));
            } else if (tree.remove(path) == null) {
                throw Refusal.unprocessable("There is no file \"" + path + "\" to remove.");
            }
        });
        StringBuilder message = new StringBuilder(storable(commit.message().strip()));
        if (!commit.coAuthors().isEmpty()) {
            message.append('\n');
        }
        commit.coAuthors().stream()
                .map(accounts::named)
                .forEach(other ->
                        message.append("\nCo-authored-by: ").append(other.login() + " <" + other.email() + ">"));
        Signature by = Signature.of(accounts.named(commit.author()), now());
        return commits.add(repository, List.of(parent), tree, message.toString(), by, by);
    }

    private Commit mergeCommit(
            Pull pull, List<String> parents, Map<String, String> tree, Account account, String message) {
        Signature by = Signature.of(account, now());
        return commits.add(pull.repository(), parents, tree, message, by, by);
    }

    private String freeBranch(Repository repository, String wanted) {
        String branch = wanted;
        for (int number = 2; repositories.tip(repository, branch).isPresent(); number++) {
            branch = wanted + "-" + number;
        }
        return branch;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String checked(String path) {
        if (path.isBlank()
                || path.startsWith("/")
                || path.endsWith("/")
                || path.contains("//")
                || path.contains("..")) {
            throw Refusal.unprocessable("\"" + path + "\" is no path of a file in the repository.");
        }
        return storable(path);
    }

    // PostgreSQL keeps no null character in a text, and neither does GitHub
    static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw Refusal.unprocessable("The text contains a null character.");
        }
        return text;
    }
}
