package io.rakegate.sandbox.slack;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Slack's Web API, as far as an app needs it that announces things. */
@Hidden
@WithSandbox
@RestController("sandboxSlackApi")
class Api {

    private final Workspace workspace;
    private final Outages outages;
    private final Map<String, ApiMethod> methods;

    Api(Workspace workspace, Outages outages, List<ApiMethod> methods) {
        this.workspace = workspace;
        this.outages = outages;
        this.methods = methods.stream().collect(Collectors.toMap(ApiMethod::name, Function.identity()));
    }

    @RequestMapping(
            path = "/sandbox/slack/api/{method}",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<Object> call(@PathVariable String method, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Outages.Outage> outage = outages.meet(method);
        Mishap mishap = outage.map(Outages.Outage::mishap).orElse(null);
        if (mishap == Mishap.RATE_LIMITED) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(
                            HttpHeaders.RETRY_AFTER,
                            String.valueOf(outage.orElseThrow().retryAfter()))
                    .body(refusal("ratelimited"));
        }
        if (mishap == Mishap.SERVER_ERROR) {
            return serverError();
        }

        Map<String, Object> answer = answer(method, request);

        if (mishap == Mishap.BROKEN_CONNECTION_AFTERWARDS) {
            breakOff(response);
        }
        return mishap == Mishap.SERVER_ERROR_AFTERWARDS ? serverError() : ResponseEntity.ok(answer);
    }

    private Map<String, Object> answer(String name, HttpServletRequest request) throws IOException {
        try {
            Arguments arguments = Arguments.of(request);
            String token = arguments.token().orElseThrow(() -> new Refused("not_authed"));
            if (!workspace.isToken(token)) {
                throw new Refused("invalid_auth");
            }
            ApiMethod method = methods.get(name);
            if (method == null) {
                throw new Refused("unknown_method");
            }
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("ok", true);
            answer.putAll(method.answer(arguments));
            return answer;
        } catch (Refused e) {
            return refusal(e.error());
        }
    }

    private static Map<String, Object> refusal(String error) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ok", false);
        answer.put("error", error);
        return answer;
    }

    private static ResponseEntity<Object> serverError() {
        return ResponseEntity.internalServerError().body(refusal("internal_error"));
    }

    /** Promises more than it sends; the server closes the connection when the exception reaches it. */
    private static void breakOff(HttpServletResponse response) throws IOException {
        response.setContentType("application/json; charset=utf-8");
        response.setContentLength(1_000);
        response.getOutputStream().write("{\"ok\":tr".getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        throw new IOException("The sandbox breaks this connection off, as it was asked to");
    }
}
