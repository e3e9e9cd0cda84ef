package io.rakegate.audit.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.rakegate.audit.AuditEvent;
import io.rakegate.audit.AuditTrail;
import io.rakegate.audit.check.RecordCheck;
import io.rakegate.process.Change;
import io.rakegate.process.Changes;
import io.rakegate.pullrequest.PullRequestRef;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The chained events of a change, for programs: a part at a time, in the order in which they happened. */
@RestController
@RequestMapping("/api/changes/{owner}/{repository}/{number}")
@Tag(name = "Audit")
class EventsController {

    private static final int MOST = 1_000;

    private final Changes changes;
    private final AuditTrail trail;
    private final RecordCheck check;

    EventsController(Changes changes, AuditTrail trail, RecordCheck check) {
        this.changes = changes;
        this.trail = trail;
        this.check = check;
    }

    /**
     * A part of the chain.
     *
     * @param events records, oldest first
     * @param next what to give as {@code after} for the following part, null at the end
     */
    record Events(List<Event> events, @Nullable Long next) {}

    /**
     * One record with its hash: SHA-256 of {@code record}, whose bytes are exactly those between its braces.
     *
     * @param sequence its place in the chain, from 1
     * @param hash its hash, 64 hex digits
     * @param record the record, canonical JSON
     */
    record Event(long sequence, String hash, @JsonRawValue String record) {}

    @GetMapping("/events")
    @Operation(summary = "The audit trail of a change", description = """
            Up to 1,000 records that follow the one numbered after; next is the after of the following part. \
            The hash of each record is the SHA-256 of its JSON as it stands in the answer, and previous in the next.""")
    Events events(
            @PathVariable String owner,
            @PathVariable String repository,
            @PathVariable String number,
            @Parameter(description = "Sequence of the last event that you have; 0 for all")
                    @RequestParam(defaultValue = "0")
                    long after,
            @Parameter(description = "How many at most") @RequestParam(defaultValue = "100") int limit) {
        Change change = changes.find(ref(owner, repository, number))
                .orElseThrow(() -> new NoTrail(owner + "/" + repository + "#" + number));
        int most = Math.min(MOST, Math.max(1, limit));
        List<AuditEvent> found = trail.events(change, after, most + 1);
        List<Event> events = found.stream()
                .limit(most)
                .map(event -> new Event(event.sequence(), event.hash(), event.record()))
                .toList();
        return new Events(
                events, found.size() > most ? events.get(events.size() - 1).sequence() : null);
    }

    /** Whether history, evidence and chain say the same, compared again for each question. */
    @GetMapping("/events/verification")
    @Operation(summary = "Whether the audit trail is as it was written")
    RecordCheck.Result verify(
            @PathVariable String owner, @PathVariable String repository, @PathVariable String number) {
        return check.of(changes.find(ref(owner, repository, number))
                .orElseThrow(() -> new NoTrail(owner + "/" + repository + "#" + number)));
    }

    @ExceptionHandler
    ProblemDetail missing(NoTrail missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(missing.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail invalid(MethodArgumentTypeMismatchException invalid) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, invalid.getName() + " has to be a whole number.");
        problem.setProperty("field", invalid.getName());
        return problem;
    }

    private static PullRequestRef ref(String owner, String repository, String number) {
        String key = owner + "/" + repository + "#" + number;
        try {
            return PullRequestRef.fromKey(key);
        } catch (IllegalArgumentException noPullRequest) {
            throw new NoTrail(key);
        }
    }

    /** There is no such change, or the caller may not see it. */
    static final class NoTrail extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoTrail(String key) {
            super("There is no change of " + key + " that you may see.");
        }
    }
}
