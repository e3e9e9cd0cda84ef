package io.rakegate.sandbox.github;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the commit status or check named {@code rakegate} says; the branch is protected by it. */
@InSandbox
@Component("sandboxGitHubGate")
public class Gate {

    /** The context that must be green before a merge. */
    public static final String CONTEXT = "rakegate";

    private final Statuses statuses;
    private final CheckRuns checkRuns;

    Gate(Statuses statuses, CheckRuns checkRuns) {
        this.statuses = statuses;
        this.checkRuns = checkRuns;
    }

    /**
     * What stands on a pull request's head.
     *
     * @param state success, pending, failure and so on
     * @param description the sentence beside it
     * @param detailsUrl where the details are
     */
    public record Says(
            String state,
            @Nullable String description,
            @Nullable String detailsUrl) {

        /** Whether the merge may go ahead. */
        public boolean green() {
            return state.equals("success");
        }
    }

    /** What it says on a pull request's head; empty if nobody has said anything. */
    public Optional<Says> of(Pull pull) {
        Optional<Says> status = statuses.latest(pull.repository(), pull.headSha(), CONTEXT)
                .map(latest -> new Says(latest.state(), latest.description(), latest.targetUrl()));
        return status.or(() -> checkRuns.of(pull.repository(), pull.headSha()).stream()
                .filter(run -> run.name().equals(CONTEXT))
                .findFirst()
                .map(run -> new Says(
                        Objects.requireNonNullElse(run.conclusion(), "pending"), run.title(), run.detailsUrl())));
    }
}
