package io.rakegate.process.web;

import io.rakegate.process.Change;
import io.rakegate.process.Changes;
import io.rakegate.process.InputRefused;
import io.rakegate.process.PublicAddress;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/changes}: what integrations and CI jobs use. */
@RestController
@RequestMapping("/api/changes")
@Tag(name = "Changes")
class ChangesController {

    private static final int MOST = 100;

    private final Changes changes;
    private final PullRequests pullRequests;
    private final PublicAddress address;

    ChangesController(Changes changes, PullRequests pullRequests, PublicAddress address) {
        this.changes = changes;
        this.pullRequests = pullRequests;
        this.address = address;
    }

    /**
     * Starts a change. The pull request is read once before anything starts, because the caller needs to know whether
     * it can be; see docs/decisions.
     */
    @PostMapping
    @Operation(
            summary = "Ask for a change",
            description = "Starts the process for a pull request. The caller is its creator and has to be in the team.")
    @ApiResponse(responseCode = "201", description = "It has started; Location is its address")
    @ApiResponse(responseCode = "403", description = "The caller is in no team that asks for changes")
    @ApiResponse(
            responseCode = "409",
            description = "The pull request has a running change already; url in the answer is its address")
    @ApiResponse(
            responseCode = "422",
            description = "A field does not fit, the link is no open pull request of a configured repository, or GitHub"
                    + " does not show it; field in the answer names the field")
    @ApiResponse(responseCode = "503", description = "GitHub cannot be asked at the moment; nothing has started")
    ResponseEntity<ChangeBody> start(@Valid @RequestBody ChangeRequest request) {
        requireOpen(located(request.pullRequest()));
        Change started = changes.start(request.pullRequest(), request.team(), request.command());
        ChangeBody body = body(started);
        return ResponseEntity.created(URI.create(body.url())).body(body);
    }

    private PullRequestRef located(String link) {
        try {
            return pullRequests.locate(link);
        } catch (IllegalArgumentException notOurs) {
            throw new InputRefused("pullRequest", String.valueOf(notOurs.getMessage()));
        }
    }

    private void requireOpen(PullRequestRef ref) {
        if (pullRequests.read(ref).state() == PullRequest.State.CLOSED) {
            throw new InputRefused(
                    "pullRequest", "The pull request " + ref + " is closed. Reopen it or open another one.");
        }
    }

    /** The changes that the caller may see, newest first. */
    @GetMapping
    @Operation(summary = "The changes that you may see", description = "Newest first, running and ended ones.")
    @ApiResponse(responseCode = "200", description = "The changes, empty if there are none")
    List<ChangeBody> list(
            @Parameter(description = "How many of the newest to pass over") @RequestParam(defaultValue = "0") int first,
            @Parameter(description = "How many to list, 1 to 100") @RequestParam(defaultValue = "50") int most) {
        return changes.list(Math.max(0, first), Math.min(MOST, Math.max(1, most))).stream()
                .map(this::body)
                .toList();
    }

    /** One change: its step, whose turn it is, since when, what is missing. */
    @GetMapping("/{owner}/{repository}/{number}")
    @Operation(
            summary = "One change",
            description = "Its step, whose turn it is and since when, and what is missing for the next one.")
    @ApiResponse(responseCode = "200", description = "The newest change of this pull request")
    ChangeBody find(@PathVariable String owner, @PathVariable String repository, @PathVariable int number) {
        return body(existing(named(owner, repository, number)));
    }

    /** Withdraws a running change. */
    @PostMapping("/{owner}/{repository}/{number}/withdrawal")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Withdraw a change",
            description =
                    "For its creator and the requesting team, until it has run. It ends, and the pull request says why.")
    @ApiResponse(responseCode = "202", description = "It ends now")
    @ApiResponse(responseCode = "422", description = "No reason was given")
    void withdraw(
            @PathVariable String owner,
            @PathVariable String repository,
            @PathVariable int number,
            @Valid @RequestBody Withdrawal withdrawal) {
        PullRequestRef ref = named(owner, repository, number);
        existing(ref);
        changes.withdraw(ref, withdrawal.reason());
    }

    /**
     * Withdraws a change.
     *
     * @param reason why, for the approvers
     */
    record Withdrawal(@NotBlank String reason) {}

    private static PullRequestRef named(String owner, String repository, int number) {
        if (number < 1) {
            throw new NoSuchChange(owner + "/" + repository + "#" + number);
        }
        return new PullRequestRef(owner, repository, number);
    }

    private Change existing(PullRequestRef ref) {
        return changes.find(ref).orElseThrow(() -> new NoSuchChange(ref));
    }

    private ChangeBody body(Change change) {
        PullRequestRef ref = change.ref();
        String url = address.publicUrl() + "/api/changes/" + ref.owner() + "/" + ref.repository() + "/" + ref.number();
        return ChangeBody.of(change, url, address.pageOf(ref));
    }
}
