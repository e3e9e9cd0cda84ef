package io.rakegate.identity.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that are not written plainly, with {@code //} or {@code /../} in them, encoded twice or encoded in what
 * leads to the engine, before anything else looks at them: what comes first otherwise cannot read them and fails, for
 * somebody without a login too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainAddresses extends OncePerRequestFilter {

    private final HttpFirewall firewall = new StrictHttpFirewall();
    private final Problems problems;

    PlainAddresses(ObjectMapper json) {
        this.problems = new Problems(json);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isTaken(request) && beginsPlainly(request)) {
            chain.doFilter(request, response);
        } else {
            problems.send(response, HttpStatus.BAD_REQUEST, "The address or the method is not one that is taken here.");
        }
    }

    private boolean isTaken(HttpServletRequest request) {
        try {
            firewall.getFirewalledRequest(request);
            return true;
        } catch (RequestRejectedException notPlain) {
            return false;
        }
    }

    /** Whether what leads to one of the engine's servlets, found in the decoded address, stands in it letter by letter. */
    private static boolean beginsPlainly(HttpServletRequest request) {
        return request.getHttpServletMapping().getMappingMatch() != MappingMatch.PATH
                || request.getRequestURI().startsWith(request.getContextPath() + request.getServletPath());
    }
}
