package io.rakegate.evidence;

import io.rakegate.evidence.reading.LogReader;
import io.rakegate.evidence.reading.LogReading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Reader;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the typed fields out of a log for the person to confirm. Stores nothing. */
@RestController
@Tag(name = "Evidence")
class LogReadingController {

    private final EvidenceRequests requests;

    LogReadingController(EvidenceRequests requests) {
        this.requests = requests;
    }

    @PostMapping("/api/changes/{owner}/{repository}/{number}/evidence/{environment}/reading")
    @Operation(
            summary = "Read the typed fields out of a log",
            description = "Stores nothing. Each field comes with the line it was read from; what the log says twice and"
                    + " differently is unclear and left to the person.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = FileForm.class))))
    LogReading read(
            @PathVariable String owner,
            @PathVariable String repository,
            @PathVariable String number,
            @PathVariable String environment,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        EvidenceRequests.personOf(request);
        requests.openDesk(owner, repository, number, EvidenceRequests.environment(environment));
        EvidenceFile file = requests.file(request);
        if (!file.type().isText()) {
            throw EvidenceRefused.unprocessable(
                    "file",
                    "Only text can be read, and this is %s. Enter the fields by hand."
                            .formatted(file.type().mediaType()));
        }
        try (Reader log = file.text()) {
            return LogReader.read(log);
        }
    }

    /** The form as the OpenAPI description shows it. */
    private record FileForm(
            @Schema(type = "string", format = "binary", requiredMode = Schema.RequiredMode.REQUIRED)
            String file) {}
}
