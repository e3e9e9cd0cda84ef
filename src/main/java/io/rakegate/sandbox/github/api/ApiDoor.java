package io.rakegate.sandbox.github.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rakegate.sandbox.github.Outages;
import io.rakegate.sandbox.github.Outages.Outage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** What every call passes first: an injected outage, the token, and the headers that GitHub puts on every answer. */
final class ApiDoor extends OncePerRequestFilter {

    private static final Pattern CREDENTIALS = Pattern.compile("(?:token|bearer) +(\\S+)", Pattern.CASE_INSENSITIVE);

    private final byte[] token;
    private final Outages outages;
    private final RateLimit rateLimit;

    ApiDoor(String token, Outages outages, RateLimit rateLimit) {
        this.token = token.getBytes(UTF_8);
        this.outages = outages;
        this.rateLimit = rateLimit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        rateLimit.count();
        Optional<Outage> outage = outages.meet();
        if (outage.isPresent()) {
            dawdle(outage.get().delayMillis());
        }
        int failure = outage.map(Outage::status).orElse(0);
        rateLimit.announce(response, failure == 403 || failure == 429);
        response.setHeader("Cache-Control", "private, max-age=60, s-maxage=60");
        response.setHeader("X-GitHub-Media-Type", "github.v3; format=json");
        response.setHeader("X-GitHub-Api-Version-Selected", "2022-11-28");
        if (failure != 0) {
            fail(response, failure);
        } else if (knows(request.getHeader("Authorization"))) {
            chain.doFilter(new JsonUnlessRaw(request), response);
        } else {
            answer(response, 401, "Bad credentials");
        }
    }

    private boolean knows(@Nullable String authorization) {
        Matcher matcher = CREDENTIALS.matcher(authorization == null ? "" : authorization);
        return matcher.matches()
                && MessageDigest.isEqual(token, matcher.group(1).getBytes(UTF_8));
    }

    private static void fail(HttpServletResponse response, int status) throws IOException {
        if (status == 403 || status == 429) {
            answer(response, status, "API rate limit exceeded for user ID 1.");
        } else {
            response.setStatus(status);
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.getWriter().write("<html><body><h1>" + status + "</h1>The sandbox plays an outage.</body></html>");
        }
    }

    private static void answer(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(UTF_8.name());
        response.getWriter().write(ErrorJson.of(status, message).toString());
    }

    private static void dawdle(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
