package io.rakegate.process.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rakegate.policy.PolicyRules;
import io.rakegate.policy.RakeFile;
import io.rakegate.process.InputRefused;
import io.rakegate.process.ProcessProperties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code /api/rake-checks}: a rake file in, findings out, before there is a pull request. Nothing is kept. */
@RestController
@RequestMapping("/api/rake-checks")
@Tag(name = "Rake checks")
class RakeChecksController {

    /** A text in JSON may be escaped throughout, at six bytes for one. */
    private static final int MOST_JSON = 6 * RakeFile.MAX_BYTES + 64 * 1024;

    private static final String ABOUT =
            "Checks a rake file with the rules that a change is checked with. Needs no change"
                    + " and keeps nothing. At most 1 MB of UTF-8; what cannot be read as Ruby is answered with the parser's place.";

    private final PolicyRules rules;
    private final ObjectMapper json;
    private final String productionFolder;

    RakeChecksController(PolicyRules rules, ObjectMapper json, ProcessProperties properties) {
        this.rules = rules;
        this.json = json;
        this.productionFolder = properties.productionRakeFolder();
    }

    /** The file itself as the body: {@code curl --data-binary @my.rake -H "Content-Type: text/plain"}. */
    @PostMapping(
            consumes = {"text/plain", "text/x-ruby", "application/x-ruby", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @Operation(
            summary = "Check a rake file",
            description = ABOUT,
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.TEXT_PLAIN_VALUE,
                                            schema = @Schema(type = "string"))))
    @ApiResponse(responseCode = "200", description = "What the rules noticed")
    @ApiResponse(responseCode = "413", description = "Larger than 1 MB")
    @ApiResponse(responseCode = "422", description = "Not Ruby: line and column of the parser's place are named")
    RakeCheckBody checkBody(
            @Parameter(description = "Where the file will be, such as rakelib/prod/claims.rake")
                    @RequestParam(defaultValue = "")
                    String path,
            @Parameter(description = "The command that is to run it") @RequestParam(defaultValue = "") String command,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        return check(path, command, bounded(request.getInputStream(), RakeFile.MAX_BYTES));
    }

    /** The file as the part {@code file} of a form. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Check a rake file", description = ABOUT)
    RakeCheckBody checkUpload(
            @RequestPart("file") MultipartFile file,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(defaultValue = "") String command)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return check(path, command, bounded(content, RakeFile.MAX_BYTES));
        }
    }

    /** The file as a text in JSON. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Check a rake file",
            description = ABOUT,
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = RakeCheckRequest.class))))
    RakeCheckBody checkJson(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        RakeCheckRequest asked = asked(bounded(request.getInputStream(), MOST_JSON));
        if (asked.content() == null) {
            throw new InputRefused("content", "Give the text of the rake file as content.");
        }
        return check(
                asked.path() == null ? "" : asked.path(),
                asked.command() == null ? "" : asked.command(),
                asked.content().getBytes(StandardCharsets.UTF_8));
    }

    private RakeCheckRequest asked(byte[] body) throws IOException {
        try {
            return json.readValue(body, RakeCheckRequest.class);
        } catch (JsonProcessingException unreadable) {
            throw new InputRefused(
                    "content",
                    "The body is no JSON of this form: {\"path\": \"rakelib/prod/claims.rake\", \"command\": \"…\","
                            + " \"content\": \"…\"}.");
        }
    }

    private RakeCheckBody check(String path, String command, byte[] content) {
        requireFits("path", path, 1_000);
        requireFits("command", command, 10_000);
        if (content.length > RakeFile.MAX_BYTES) {
            throw new FileTooLarge();
        }
        if (content.length == 0) {
            throw new InputRefused("file", "There is no file in the request. Send the text of the rake file.");
        }
        RakeFile file = RakeFile.read(path.isBlank() ? productionFolder + "/checked.rake" : path.strip(), content);
        file.unreadable().ifPresent(problem -> {
            throw new NotRuby(problem);
        });
        return RakeCheckBody.of(file, rules.check(file, command));
    }

    private static void requireFits(String field, String value, int most) {
        if (value.length() > most) {
            throw new InputRefused(field, "The " + field + " is longer than " + most + " characters.");
        }
    }

    private static byte[] bounded(InputStream content, int most) throws IOException {
        byte[] read = content.readNBytes(most + 1);
        if (read.length > most) {
            throw new FileTooLarge();
        }
        return read;
    }
}
