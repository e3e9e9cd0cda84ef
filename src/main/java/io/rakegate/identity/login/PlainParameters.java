package io.rakegate.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses texts that cannot be kept in addresses and forms of ours; {@link PlainBodies} does in other bodies, and {@link
 * EngineDoor} at the engine.
 */
class PlainParameters extends OncePerRequestFilter {

    private final Problems problems;

    PlainParameters(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Paths.ENGINE.matches(request) || Paths.EVIDENCE.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (arePlain(request.getParameterMap())) {
            chain.doFilter(request, response);
        } else if (Paths.INTERFACES.matches(request)) {
            problems.send(request, response, HttpStatus.BAD_REQUEST, PlainText.REFUSAL);
        } else {
            response.sendError(HttpStatus.BAD_REQUEST.value(), PlainText.REFUSAL);
        }
    }

    private static boolean arePlain(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .flatMap(parameter -> Stream.concat(Stream.of(parameter.getKey()), Stream.of(parameter.getValue())))
                .allMatch(PlainText::is);
    }
}
