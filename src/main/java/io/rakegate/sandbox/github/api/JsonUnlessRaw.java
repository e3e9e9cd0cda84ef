package io.rakegate.sandbox.github.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** GitHub answers with plain JSON whichever of its media types is asked for, except where it hands out raw files. */
final class JsonUnlessRaw extends HttpServletRequestWrapper {

    JsonUnlessRaw(HttpServletRequest request) {
        super(request);
    }

    static boolean isRaw(String accept) {
        return accept.contains("application/vnd.github") && accept.contains("raw");
    }

    @Override
    public @Nullable String getHeader(String name) {
        String value = super.getHeader(name);
        boolean json = HttpHeaders.ACCEPT.equalsIgnoreCase(name) && (value == null || !isRaw(value));
        return json ? MediaType.APPLICATION_JSON_VALUE : value;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return HttpHeaders.ACCEPT.equalsIgnoreCase(name)
                ? Collections.enumeration(List.of(String.valueOf(getHeader(name))))
                : super.getHeaders(name);
    }
}
