package io.rakegate.pullrequest.github;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where GitHub reports that something happened. It is taken as a hint to look again, and answered without asking GitHub
 * anything.
 */
@RestController
@Tag(name = "Webhooks")
class WebhookController {

    private static final Pattern DELIVERY_ID = Pattern.compile("[A-Za-z0-9-]{1,100}");

    private static final String NO_SECRET = """
            Rakegate takes no deliveries, because it has no secret to tell GitHub's from others. \
            Set rakegate.github.webhook-secret to the secret of the webhook or App.""";

    private static final String NOT_SIGNED = """
            The header X-Hub-Signature-256 is missing or is not GitHub's signature of this body. \
            Set the same secret at the webhook on GitHub and in rakegate.github.webhook-secret.""";

    private static final String NOT_JSON_TYPE = """
            The content type is not application/json. Choose it at the webhook on GitHub.""";

    private static final String NOT_JSON = """
            The body is no JSON object in UTF-8, or has parts of other types than GitHub describes for its events.""";

    private static final String NO_REPOSITORY = "The body has no repository.full_name, which this event must have.";

    private static final String BROKE_OFF = "The body broke off.";

    private final GitHubProperties properties;
    private final Deliveries deliveries;
    private final WebhookStages stages;

    WebhookController(GitHubProperties properties, Deliveries deliveries, MeterRegistry meters) {
        this.properties = properties;
        this.deliveries = deliveries;
        this.stages = new WebhookStages(meters);
    }

    @PostMapping("/webhooks/github")
    @Operation(
            summary = "Take a delivery from GitHub",
            description =
                    "Signed in X-Hub-Signature-256 with the webhook's secret. It says only that something may have"
                            + " happened: the pull request is then read.")
    @ApiResponse(responseCode = "202", description = "Taken, or taken before")
    @ApiResponse(responseCode = "204", description = "Of no interest here")
    @ApiResponse(responseCode = "400", description = "No delivery as GitHub sends them")
    @ApiResponse(responseCode = "401", description = "Not signed with the secret")
    @ApiResponse(responseCode = "413", description = "Larger than GitHub sends them")
    @ApiResponse(responseCode = "415", description = "No JSON")
    @ApiResponse(responseCode = "503", description = "No secret is configured")
    ResponseEntity<Void> receive(HttpServletRequest request) {
        stages.received().increment();
        require(!properties.webhookSecret().isBlank(), HttpStatus.SERVICE_UNAVAILABLE, NO_SECRET);
        String id = id(request);
        String event = header(request, "X-GitHub-Event");
        Optional<WebhookPayload> payload = genuine(request, WebhookPayload.KNOWN_EVENTS.contains(event));
        if (!WebhookPayload.KNOWN_EVENTS.contains(event)) {
            return ignored();
        }
        WebhookPayload read = payload.orElseThrow(() -> new WebhookRefused(HttpStatus.BAD_REQUEST, NOT_JSON));
        if (event.equals("ping")) {
            return taken(id, List.of());
        }
        String repositoryName =
                read.repositoryName().orElseThrow(() -> new WebhookRefused(HttpStatus.BAD_REQUEST, NO_REPOSITORY));
        return properties
                .configured(repositoryName)
                .map(configured -> taken(id, read.hints(event, configured)))
                .orElseGet(this::ignored);
    }

    /** The payload of a delivery that GitHub signed, if it is wanted and can be read. */
    private Optional<WebhookPayload> genuine(HttpServletRequest request, boolean wanted) {
        WebhookSignature signature = WebhookSignature.fromHeader(request.getHeader("X-Hub-Signature-256"))
                .orElseThrow(() -> new WebhookRefused(HttpStatus.UNAUTHORIZED, NOT_SIGNED));
        require(isJson(request.getContentType()), HttpStatus.UNSUPPORTED_MEDIA_TYPE, NOT_JSON_TYPE);
        SignedBody.requireAcceptable(request.getContentLengthLong());
        try {
            SignedBody body =
                    new SignedBody(request.getInputStream(), WebhookSignature.mac(properties.webhookSecret()));
            Optional<WebhookPayload> payload = wanted ? WebhookPayload.read(body) : Optional.empty();
            require(body.isSignedWith(signature), HttpStatus.UNAUTHORIZED, NOT_SIGNED);
            return payload;
        } catch (IOException brokeOff) {
            throw new WebhookRefused(HttpStatus.BAD_REQUEST, BROKE_OFF);
        }
    }

    private ResponseEntity<Void> taken(String id, List<Record> hints) {
        boolean first = deliveries.take(id, hints);
        (first ? stages.recorded() : stages.repeated()).increment();
        return ResponseEntity.accepted().build();
    }

    private ResponseEntity<Void> ignored() {
        stages.ignored().increment();
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(WebhookRefused refused) {
        stages.refused().increment();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(refused.status(), refused.sentence());
        problem.setTitle("Delivery not taken");
        return ResponseEntity.of(problem).build();
    }

    private static String id(HttpServletRequest request) {
        String id = header(request, "X-GitHub-Delivery");
        require(
                DELIVERY_ID.matcher(id).matches(),
                HttpStatus.BAD_REQUEST,
                "The header X-GitHub-Delivery is no delivery's id.");
        return id;
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        if (value == null || value.isBlank()) {
            throw new WebhookRefused(HttpStatus.BAD_REQUEST, "The header " + name + " is missing.");
        }
        return value;
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private static void require(boolean met, HttpStatus status, String otherwise) {
        if (!met) {
            throw new WebhookRefused(status, otherwise);
        }
    }
}
