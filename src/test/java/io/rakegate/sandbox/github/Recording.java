package io.rakegate.sandbox.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Keeps every request that reaches the interface and the answer it gets, to compare both with GitHub's description. */
public final class Recording extends OncePerRequestFilter {

    private static final Pattern LEGACY_STATUSES = Pattern.compile(".*/statuses/[0-9a-f]{40}");
    private static final String CONTENTS = "/contents/";

    private final List<Exchange> exchanges = Collections.synchronizedList(new ArrayList<>());

    record Exchange(String name, SimpleRequest request, SimpleResponse response) {}

    void clear() {
        exchanges.clear();
    }

    List<Exchange> exchanges() {
        synchronized (exchanges) {
            return List.copyOf(exchanges);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = new ContentCachingRequestWrapper(request, 0);
        var answered = new ContentCachingResponseWrapper(response);
        chain.doFilter(asked, answered);
        exchanges.add(new Exchange(
                request.getMethod() + " " + request.getRequestURI() + " " + answered.getStatus(),
                asked(asked),
                answered(answered)));
        answered.copyBodyToResponse();
    }

    private static SimpleRequest asked(ContentCachingRequestWrapper request) {
        var builder = new SimpleRequest.Builder(
                Request.Method.valueOf(request.getMethod()), path(request.getMethod(), request.getRequestURI()));
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(name -> builder.withHeader(name, request.getHeader(name)));
        query(request).forEach(builder::withQueryParam);
        if (request.getContentAsByteArray().length > 0) {
            builder.withBody(new String(request.getContentAsByteArray(), UTF_8));
        }
        return builder.build();
    }

    private static MultiValueMap<String, String> query(HttpServletRequest request) {
        MultiValueMap<String, String> decoded = new LinkedMultiValueMap<>();
        UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .forEach((name, values) ->
                        values.forEach(value -> decoded.add(name, UriUtils.decode(value == null ? "" : value, UTF_8))));
        return decoded;
    }

    // "also available via a legacy route", says the description in words, and our client library takes that one;
    // it has no way at all to say that the path of a file has several segments
    private static String path(String method, String uri) {
        if (method.equals("GET") && LEGACY_STATUSES.matcher(uri).matches()) {
            return uri.replace("/statuses/", "/commits/") + "/statuses";
        }
        int contents = uri.indexOf(CONTENTS);
        if (contents < 0) {
            return uri;
        }
        int start = contents + CONTENTS.length();
        return uri.substring(0, start) + uri.substring(start).replace("/", "%2F");
    }

    private static SimpleResponse answered(ContentCachingResponseWrapper response) {
        var builder = SimpleResponse.Builder.status(response.getStatus());
        if (response.getContentType() != null) {
            builder.withContentType(response.getContentType());
        }
        if (response.getContentSize() > 0) {
            builder.withBody(new String(response.getContentAsByteArray(), UTF_8));
        }
        return builder.build();
    }
}
