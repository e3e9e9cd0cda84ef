package io.rakegate.sandbox.slack;

import io.rakegate.sandbox.slack.Outages.Outage;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Makes the next calls go wrong. Whoever has the app's token may. */
@Hidden
@WithSandbox
@RestController("sandboxSlackControl")
@RequestMapping("/sandbox/slack/control/outages")
class Control {

    private final Workspace workspace;
    private final Outages outages;

    Control(Workspace workspace, Outages outages) {
        this.workspace = workspace;
        this.outages = outages;
    }

    /** What still awaits the next calls. */
    @GetMapping
    List<Outage> waiting(HttpServletRequest request) {
        checkToken(request);
        return outages.all();
    }

    /** Adds an outage for the next calls of a method, or of any. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    List<Outage> add(
            HttpServletRequest request,
            @RequestParam Mishap mishap,
            @RequestParam(defaultValue = "1") @Min(1) @Max(1_000) int calls,
            @RequestParam(required = false) @Nullable String method,
            @RequestParam(defaultValue = "1") @Min(0) @Max(3_600) int retryAfter) {
        checkToken(request);
        outages.add(new Outage(method, mishap, calls, retryAfter));
        return outages.all();
    }

    /** Everything works again. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(HttpServletRequest request) {
        checkToken(request);
        outages.clear();
    }

    private void checkToken(HttpServletRequest request) {
        if (!workspace.isToken(Arguments.bearer(request).orElse(null))) {
            throw new ResponseStatusException(
                    HttpStatus.UNAUTHORIZED, "Send the token of rakegate.slack.bot-token as Authorization: Bearer.");
        }
    }
}
