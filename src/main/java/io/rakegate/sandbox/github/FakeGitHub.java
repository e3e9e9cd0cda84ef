package io.rakegate.sandbox.github;

import io.rakegate.pullrequest.PullRequestRef;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
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
    private final Writing writing;
    private final Pulls pulls;
    private final Merging merging;
    private final Gate gate;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FakeGitHub(
            Repositories repositories,
            Accounts accounts,
            Writing writing,
            Pulls pulls,
            Merging merging,
            Gate gate,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repositories = repositories;
        this.accounts = accounts;
        this.writing = writing;
        this.pulls = pulls;
        this.merging = merging;
        this.gate = gate;
        this.events = events;
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
            head = writing.write(repository, head, commit, now()).sha();
        }
        String branch = writing.freeBranch(repository, pull.branch());
        repositories.move(repository, branch, head);
        return pulls.add(repository, pull, author, branch, head, base, now());
    }

    /** Pushes a commit to an open pull request's branch. */
    public Commit push(PullRequestRef ref, NewCommit commit) {
        Pull pull = lockOpen(ref);
        Commit written = writing.write(pull.repository(), pull.headSha(), commit, now());
        repositories.move(pull.repository(), pull.headBranch(), written.sha());
        pulls.moveHead(pull, written.sha(), pull.baseSha(), now());
        events.publishEvent(Happening.pushed(pull, commit.author()));
        return written;
    }

    /** Merges the base branch into the pull request's, as the button "Update branch" does. */
    public Commit updateBranch(PullRequestRef ref, String login) {
        Pull pull = lockOpen(ref);
        String tip = repositories.lockTip(pull.repository(), pull.baseBranch());
        if (tip.equals(pull.baseSha())) {
            throw Refusal.unprocessable("There are no new commits on the base branch.");
        }
        Commit merge = writing.merge(
                pull.repository(),
                List.of(pull.headSha(), tip),
                merging.tree(pull, tip),
                "Merge branch '" + pull.baseBranch() + "' into " + pull.headBranch(),
                Signature.of(accounts.named(login), now()));
        repositories.move(pull.repository(), pull.headBranch(), merge.sha());
        pulls.moveHead(pull, merge.sha(), tip, now());
        events.publishEvent(Happening.pushed(pull, login));
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
        Commit merge = writing.merge(
                pull.repository(),
                List.of(tip, pull.headSha()),
                merging.tree(pull, tip),
                message,
                Signature.of(account, now()));
        repositories.move(pull.repository(), pull.baseBranch(), merge.sha());
        pulls.setMerged(pull, merge.sha(), account, now());
        events.publishEvent(Happening.to(pull, "closed", login));
        return merge;
    }

    /** Closes a pull request without merging it. */
    public void close(PullRequestRef ref) {
        Pull pull = lockOpen(ref);
        pulls.setOpen(pull, false, now());
        tellOfAuthor(pull, "closed");
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
        tellOfAuthor(pull, "reopened");
    }

    /** Marks a pull request as a draft or as ready for review. */
    public void setDraft(PullRequestRef ref, boolean draft) {
        Pull pull = lockOpen(ref);
        pulls.setDraft(pull, draft, now());
        tellOfAuthor(pull, draft ? "converted_to_draft" : "ready_for_review");
    }

    /** Changes a pull request's title and description. */
    public void edit(PullRequestRef ref, String title, String body) {
        if (title.isBlank()) {
            throw Refusal.invalid("PullRequest", "title", "missing_field");
        }
        Pull pull = pulls.lock(ref);
        pulls.setText(pull, Writing.storable(title), Writing.storable(body), now());
        tellOfAuthor(pull, "edited");
    }

    /** The pages do not ask who does what only authors and administrators do. */
    private void tellOfAuthor(Pull pull, String action) {
        events.publishEvent(Happening.to(pull, action, pull.author().login()));
    }

    private Pull lockOpen(PullRequestRef ref) {
        Pull pull = pulls.lock(ref);
        if (!pull.open()) {
            throw Refusal.unprocessable("This pull request is " + pull.stateWord() + ".");
        }
        return pull;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
