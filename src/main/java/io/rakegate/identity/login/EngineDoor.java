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
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Refuses before the engine sees them: expressions in queries and filters, in the address and at any depth of the body,
 * twice-named fields included; Java objects and values that leave no trace as variables; texts that cannot be kept; and
 * what is no JSON, or too much of it.
 */
class EngineDoor extends OncePerRequestFilter {

    /** Bytes of a JSON body; the longest answer that a person may write fits many times. */
    static final int MOST = 1 << 20;

    private static final String EXPRESSION = "expression";
    private static final String TRANSIENT = "transient";
    private static final String JAVA_OBJECT = "objectTypeName";
    private static final Set<String> FORMS = Set.of("multipart/form-data", "application/x-www-form-urlencoded");

    private final JsonFactory json = new JsonFactory();
    private final Problems problems;

    EngineDoor(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Paths.ENGINE.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = isForm(request) ? null : request.getInputStream().readNBytes(MOST + 1);
        if (body != null && body.length > MOST) {
            problems.send(
                    request, response, HttpStatus.PAYLOAD_TOO_LARGE, "The body is larger than " + MOST + " bytes.");
            return;
        }
        Optional<String> refusal = inAddress(request.getQueryString());
        if (refusal.isEmpty() && body != null) {
            refusal = inBody(body);
        }
        if (refusal.isPresent()) {
            problems.send(request, response, HttpStatus.BAD_REQUEST, refusal.get());
        } else {
            chain.doFilter(body == null ? request : new BodyAgain(request, body), response);
        }
    }

    private Optional<String> inBody(byte[] body) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            Optional<String> refusal = Optional.empty();
            for (JsonToken token = parser.nextToken(); token != null && refusal.isEmpty(); token = parser.nextToken()) {
                refusal = inField(token, parser.currentName(), parser);
            }
            return refusal;
        } catch (JsonProcessingException | CharConversionException e) {
            return Optional.of("The body is not valid JSON.");
        }
    }

    private static Optional<String> inField(JsonToken token, @Nullable String field, JsonParser parser)
            throws IOException {
        if ((token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) && !PlainText.is(parser.getText())) {
            return Optional.of(PlainText.REFUSAL);
        }
        if (JAVA_OBJECT.equals(field)) {
            return Optional.of("Variables hold texts, numbers, dates and JSON, never Java objects.");
        }
        if (TRANSIENT.equals(field) && token != JsonToken.VALUE_FALSE && token != JsonToken.FIELD_NAME) {
            return Optional.of("A variable is kept: what is transient would leave no trace.");
        }
        if (token != JsonToken.VALUE_STRING || field == null || !isExpression(field)) {
            return Optional.empty();
        }
        return QueryExpressions.isHarmless(parser.getText())
                ? Optional.empty()
                : Optional.of(QueryExpressions.refusal(field));
    }

    private static Optional<String> inAddress(@Nullable String query) {
        if (query == null || (query.indexOf('%') < 0 && !namesExpression(query))) {
            return Optional.empty();
        }
        try {
            return UriComponentsBuilder.newInstance().query(query).build().getQueryParams().entrySet().stream()
                    .filter(parameter -> isExpression(decoded(parameter.getKey())))
                    .filter(parameter -> !parameter.getValue().stream()
                            .allMatch(value -> value == null || QueryExpressions.isHarmless(decoded(value))))
                    .map(parameter -> QueryExpressions.refusal(decoded(parameter.getKey())))
                    .findFirst();
        } catch (IllegalArgumentException malformed) {
            return Optional.of("The address is not encoded as it should be.");
        }
    }

    /** Whether a query that nothing is encoded in has the word anywhere, which is sooner seen than where. */
    private static boolean namesExpression(String query) {
        return query.toLowerCase(Locale.ROOT).contains(EXPRESSION);
    }

    private static String decoded(String text) {
        return UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
    }

    private static boolean isExpression(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(EXPRESSION);
    }

    /** Exactly a form: what only begins like one, such as {@code multipart/form-data+json}, is read as JSON inside. */
    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        String kind = type == null ? "" : type.split(";", 2)[0].strip();
        return FORMS.contains(kind.toLowerCase(Locale.ROOT));
    }
}
