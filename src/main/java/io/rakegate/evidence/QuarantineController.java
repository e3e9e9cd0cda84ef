package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for an approver because its uploader calls it a false alarm: list, look, decide. */
@RestController
@RequestMapping("/api/changes/{owner}/{repository}/{number}/quarantine")
@Tag(name = "Evidence")
class QuarantineController {

    private final EvidenceRequests requests;
    private final Quarantines quarantines;
    private final Overrides overrides;

    QuarantineController(EvidenceRequests requests, Quarantines quarantines, Overrides overrides) {
        this.requests = requests;
        this.quarantines = quarantines;
        this.overrides = overrides;
    }

    /**
     * A decision.
     *
     * @param accept whether it is a false alarm, so that the file becomes evidence
     * @param reason why; kept with the change
     */
    record DecisionBody(@Nullable Boolean accept, @Nullable String reason) {}

    @GetMapping
    @Operation(summary = "Everything that was asked to be accepted as a false alarm, oldest first")
    List<QuarantineJson> list(
            @PathVariable String owner, @PathVariable String repository, @PathVariable String number) {
        return quarantines.of(requests.readable(owner, repository, number)).stream()
                .map(QuarantineJson::of)
                .toList();
    }

    @GetMapping("/{id}/file")
    @Operation(summary = "The bytes, for who uploaded them and who may decide, as long as nobody has decided")
    ResponseEntity<InputStreamResource> download(
            @PathVariable String owner,
            @PathVariable String repository,
            @PathVariable String number,
            @PathVariable String id,
            @Parameter(hidden = true) HttpServletRequest request) {
        String person = EvidenceRequests.personOf(request);
        PullRequestRef change = requests.readable(owner, repository, number);
        Quarantined file = overrides.find(change, uuid(id));
        return Downloads.attachment(file.fileName(), file.contentType(), file.size())
                .body(new InputStreamResource(overrides.open(change, file.id(), person)));
    }

    @GetMapping("/{id}/typed")
    @Operation(summary = "What was typed with it, word for word, for the same people and as long")
    ResponseEntity<byte[]> typed(
            @PathVariable String owner,
            @PathVariable String repository,
            @PathVariable String number,
            @PathVariable String id,
            @Parameter(hidden = true) HttpServletRequest request) {
        String person = EvidenceRequests.personOf(request);
        PullRequestRef change = requests.readable(owner, repository, number);
        byte[] words = overrides.typed(change, uuid(id), person).inWords().getBytes(StandardCharsets.UTF_8);
        return Downloads.attachment("typed.txt", "text/plain;charset=UTF-8", words.length)
                .body(words);
    }

    @PostMapping("/{id}/decision")
    @Operation(
            summary = "Accept or refuse it",
            description =
                    "For the engineering lead or Console Services, and no author. Whoever decides takes that side of"
                            + " the change. Accepted, it becomes evidence; refused, its bytes are deleted.")
    QuarantineJson decide(
            @PathVariable String owner,
            @PathVariable String repository,
            @PathVariable String number,
            @PathVariable String id,
            @RequestBody DecisionBody body,
            @Parameter(hidden = true) HttpServletRequest request) {
        String person = EvidenceRequests.personOf(request);
        if (body.accept() == null) {
            throw EvidenceRefused.unprocessable("accept", "Say true to accept it as a false alarm, or false.");
        }
        return QuarantineJson.of(overrides.decide(
                requests.readable(owner, repository, number),
                uuid(id),
                body.accept(),
                body.reason() == null ? "" : body.reason(),
                person));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noUuid) {
            throw new EvidenceRefused(HttpStatus.NOT_FOUND, null, "This change has no such file in quarantine.");
        }
    }
}
