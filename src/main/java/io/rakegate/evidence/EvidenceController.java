package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Upload, list and download of evidence; Tasklist's form and a CI job use the same addresses. */
@RestController
@RequestMapping("/api/changes/{owner}/{repository}/{number}/evidence")
@Tag(name = "Evidence")
class EvidenceController {

    private final EvidenceRequests requests;
    private final EvidenceRecords records;
    private final EvidenceUpload upload;

    EvidenceController(EvidenceRequests requests, EvidenceRecords records, EvidenceUpload upload) {
        this.requests = requests;
        this.records = records;
        this.upload = upload;
    }

    @PostMapping("/{environment}")
    @Operation(
            summary = "Add evidence",
            description =
                    "Environment: local, development, staging, production or backout. Answers 201 with the record, or 202"
                            + " with the file in quarantine if falseAlarmReason asks an approver;"
                            + " a refusal is problem JSON whose field names the form field.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = EvidenceFormDescription.class))))
    @ApiResponse(responseCode = "201", description = "Stored; the record with its SHA-256")
    @ApiResponse(responseCode = "202", description = "An approver decides about the false alarm")
    @ApiResponse(responseCode = "409", description = "The change has ended, or it is about another commit by now")
    @ApiResponse(responseCode = "413", description = "Larger than what is taken")
    @ApiResponse(responseCode = "415", description = "Not what its name says, or of no type that is taken")
    @ApiResponse(
            responseCode = "422",
            description = "Empty, a field does not fit, or personal data was found: hits in the answer say where")
    ResponseEntity<Object> add(
            @PathVariable String owner,
            @PathVariable String repository,
            @PathVariable String number,
            @PathVariable String environment,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        String person = EvidenceRequests.personOf(request);
        EvidenceEnvironment place = EvidenceRequests.environment(environment);
        EvidenceDesk.Desk desk = requests.openDesk(owner, repository, number, place);
        EvidenceFile file = requests.file(request);
        EvidenceFields fields = EvidenceForm.read(request.getParameterMap());
        EvidenceUpload.Taken taken = upload.record(desk, place, person, fields, file);
        if (taken.waiting() != null) {
            return ResponseEntity.accepted().body(QuarantineJson.of(taken.waiting()));
        }
        Evidence evidence = Objects.requireNonNull(taken.evidence());
        return ResponseEntity.created(URI.create(EvidenceJson.pathOf(evidence))).body(EvidenceJson.of(evidence));
    }

    @GetMapping
    @Operation(summary = "All evidence of a change, oldest first")
    List<EvidenceJson> list(@PathVariable String owner, @PathVariable String repository, @PathVariable String number) {
        return records.of(requests.readable(owner, repository, number)).stream()
                .map(EvidenceJson::of)
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One record")
    EvidenceJson show(
            @PathVariable String owner,
            @PathVariable String repository,
            @PathVariable String number,
            @PathVariable String id) {
        return EvidenceJson.of(record(owner, repository, number, id));
    }

    @GetMapping("/{id}/file")
    @Operation(summary = "The bytes of one record, always as a download")
    ResponseEntity<InputStreamResource> download(
            @PathVariable String owner,
            @PathVariable String repository,
            @PathVariable String number,
            @PathVariable String id) {
        Evidence evidence = record(owner, repository, number, id);
        return Downloads.attachment(evidence.fileName(), evidence.contentType(), evidence.size())
                .body(new InputStreamResource(records.open(evidence.id())));
    }

    private Evidence record(String owner, String repository, String number, String id) {
        PullRequestRef change = requests.readable(owner, repository, number);
        return uuid(id).flatMap(records::find)
                .filter(evidence -> evidence.change().isSameAs(change))
                .orElseThrow(() -> new EvidenceRefused(
                        HttpStatus.NOT_FOUND,
                        null,
                        "This change has no evidence of that id. The list of its evidence has them all."));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }
}
