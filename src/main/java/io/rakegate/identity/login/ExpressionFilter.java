package io.rakegate.identity.login;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.rakegate.identity.engine.QueryExpressions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Refuses expressions in queries and filters at the door, before the engine sees them: in the address and at any depth of
 * the body, twice-named fields included. What is no JSON, or too much of it, stays outside as well.
 */
class ExpressionFilter extends OncePerRequestFilter {

    /** Bytes of a JSON body; the longest answer that a person may write fits many times. */
    static final int MOST = 1 << 20;

    private static final String SUFFIX = "expression";

    private final JsonFactory json = new JsonFactory();
    private final Problems problems;

    ExpressionFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Paths.ENGINE.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> inAddress = inAddress(request.getQueryString());
        if (inAddress.isPresent()) {
            refuse(request, response, inAddress.get());
        } else if (isForm(request)) {
            chain.doFilter(request, response);
        } else {
            passBody(request, response, chain);
        }
    }

    private void passBody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            problems.send(
                    request, response, HttpStatus.PAYLOAD_TOO_LARGE, "The body is larger than " + MOST + " bytes.");
            return;
        }
        Optional<String> inBody;
        try {
            inBody = inBody(body);
        } catch (JsonProcessingException e) {
            problems.send(request, response, HttpStatus.BAD_REQUEST, "The body is not valid JSON.");
            return;
        }
        if (inBody.isPresent()) {
            refuse(request, response, inBody.get());
        } else {
            chain.doFilter(new BodyAgain(request, body), response);
        }
    }

    private Optional<String> inBody(byte[] body) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String field = parser.currentName();
                boolean named = token == JsonToken.VALUE_STRING && field != null && isExpression(field);
                if (named && !QueryExpressions.isHarmless(parser.getText())) {
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inAddress(String query) {
        if (query == null) {
            return Optional.empty();
        }
        return UriComponentsBuilder.newInstance().query(query).build().getQueryParams().entrySet().stream()
                .filter(parameter -> isExpression(decoded(parameter.getKey())))
                .filter(parameter -> !parameter.getValue().stream()
                        .allMatch(value -> value == null || QueryExpressions.isHarmless(decoded(value))))
                .map(parameter -> decoded(parameter.getKey()))
                .findFirst();
    }

    private static String decoded(String text) {
        return UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
    }

    private static boolean isExpression(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && (type.startsWith("multipart/form-data") || type.startsWith("application/x-www-form-urlencoded"));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String where) throws IOException {
        problems.send(request, response, HttpStatus.BAD_REQUEST, QueryExpressions.refusal(where));
    }
}
