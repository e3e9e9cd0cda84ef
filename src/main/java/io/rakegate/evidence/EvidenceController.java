package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Upload, list and download of evidence; Tasklist's form and a CI job use the same addresses. */
@RestController
@RequestMapping("/api/changes/{owner}/{repository}/{number}/evidence")
@Tag(name = "Evidence")
class EvidenceController {

    private final EvidenceDesk desks;
    private final EvidenceRecords records;
    private final EvidenceUpload upload;
    private final EvidenceProperties properties;

    EvidenceController(
            EvidenceDesk desks, EvidenceRecords records, EvidenceUpload upload, EvidenceProperties properties) {
        this.desks = desks;
        this.records = records;
        this.upload = upload;
        this.properties = properties;
    }

    @PostMapping("/{environment}")
    @Operation(
            summary = "Add evidence",
            description =
                    "Environment: local, development, staging, production or backout. Answers 201 with the record;"
                            + " a refusal is problem JSON whose field names the form field.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = EvidenceFormDescription.class))))
    ResponseEntity<EvidenceJson> add(
            @PathVariable String owner,
            @PathVariable String repository,
            @PathVariable String number,
            @PathVariable String environment,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        String person = personOf(request);
        EvidenceEnvironment place = environment(environment);
        EvidenceDesk.Desk desk = desks.find(change(owner, repository, number), place);
        if (desk == null) {
            throw noSuchChange();
        }
        EvidenceRules.mayUpload(desk);
        MultipartFile part = filePart(request);
        EvidenceFields fields = EvidenceForm.read(request.getParameterMap());
        EvidenceFile file =
                EvidenceFile.examine(part.getOriginalFilename(), part, part.getSize(), properties.maxFileSize());
        Evidence evidence = upload.record(desk, place, person, fields, file);
        return ResponseEntity.created(URI.create(EvidenceJson.pathOf(evidence))).body(EvidenceJson.of(evidence));
    }

    @GetMapping
    @Operation(summary = "All evidence of a change, oldest first")
    List<EvidenceJson> list(@PathVariable String owner, @PathVariable String repository, @PathVariable String number) {
        return records.of(readable(owner, repository, number)).stream()
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
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(evidence.contentType()))
                .contentLength(evidence.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(evidence.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new InputStreamResource(records.open(evidence.id())));
    }

    private Evidence record(String owner, String repository, String number, String id) {
        PullRequestRef change = readable(owner, repository, number);
        return uuid(id).flatMap(records::find)
                .filter(evidence -> evidence.change().isSameAs(change))
                .orElseThrow(() -> new EvidenceRefused(
                        HttpStatus.NOT_FOUND,
                        null,
                        "This change has no evidence of that id. The list of its evidence has them all."));
    }

    private PullRequestRef readable(String owner, String repository, String number) {
        PullRequestRef change = desks.findReadable(change(owner, repository, number));
        if (change == null) {
            throw noSuchChange();
        }
        return change;
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    private static PullRequestRef change(String owner, String repository, String number) {
        try {
            return PullRequestRef.fromKey(owner + "/" + repository + "#" + number);
        } catch (IllegalArgumentException noPullRequest) {
            throw noSuchChange();
        }
    }

    private static EvidenceEnvironment environment(String slug) {
        try {
            return EvidenceEnvironment.of(slug);
        } catch (IllegalArgumentException unknown) {
            throw new EvidenceRefused(HttpStatus.NOT_FOUND, "environment", String.valueOf(unknown.getMessage()));
        }
    }

    private static MultipartFile filePart(HttpServletRequest request) {
        MultipartHttpServletRequest form = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (form == null) {
            throw new EvidenceRefused(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "file",
                    "Send multipart/form-data with the file in a part named file.");
        }
        List<MultipartFile> files =
                form.getMultiFileMap().values().stream().flatMap(List::stream).toList();
        MultipartFile file = form.getFile("file");
        if (file == null || files.size() != 1) {
            throw EvidenceRefused.unprocessable(
                    "file",
                    "There have to be exactly one file, in the part named file. Choose the file that shows the run.");
        }
        return file;
    }

    private static String personOf(HttpServletRequest request) {
        @Nullable Principal principal = request.getUserPrincipal();
        if (principal == null) {
            throw new EvidenceRefused(HttpStatus.UNAUTHORIZED, null, "Log in first, so that the record can name you.");
        }
        return principal.getName();
    }

    private static EvidenceRefused noSuchChange() {
        return new EvidenceRefused(HttpStatus.NOT_FOUND, null, """
                There is no change for this pull request that you may see. \
                Check the address, or ask its creator to let you in.""");
    }
}
