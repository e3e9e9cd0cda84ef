package io.rakegate.audit.web;

import io.rakegate.audit.bundle.Bundle;
import io.rakegate.audit.bundle.Bundles;
import io.rakegate.audit.web.EventsController.NoTrail;
import io.rakegate.process.Changes;
import io.rakegate.pullrequest.PullRequestRef;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The audit bundle of a change, for whoever may see the change. */
@RestController
@Tag(name = "Audit")
class BundleController {

    private final Changes changes;
    private final Bundles bundles;

    BundleController(Changes changes, Bundles bundles) {
        this.changes = changes;
        this.bundles = bundles;
    }

    @GetMapping(path = "/api/changes/{owner}/{repository}/{number}/audit.zip", produces = "application/zip")
    @Operation(summary = "The audit bundle of a change", description = """
            Report, events, evidence, diagrams and a signed statement over all of them in one zip, which can be verified \
            offline by the program inside it.""")
    void bundle(
            @PathVariable String owner,
            @PathVariable String repository,
            @PathVariable String number,
            HttpServletResponse response)
            throws IOException {
        String key = owner + "/" + repository + "#" + number;
        Bundle bundle = bundles.of(changes.find(ref(key)).orElseThrow(() -> new NoTrail(key)));
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(bundle.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        bundle.writeTo(response.getOutputStream());
    }

    private static PullRequestRef ref(String key) {
        try {
            return PullRequestRef.fromKey(key);
        } catch (IllegalArgumentException noPullRequest) {
            throw new NoTrail(key);
        }
    }

    @ExceptionHandler
    ProblemDetail missing(NoTrail missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(missing.getMessage()));
    }
}
