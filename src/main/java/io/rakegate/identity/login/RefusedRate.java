package io.rakegate.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps one address from taking the whole node where a signature replaces the login. Only what is refused there counts:
 * the deliveries of all repositories come from a few addresses, and GitHub does not repeat one that was turned away.
 */
class RefusedRate extends OncePerRequestFilter {

    private static final String TOO_MANY = "Too many requests from this address were refused; please wait a moment.";

    private final RequestMatcher where;
    private final Allowance allowance;
    private final Problems problems;

    RefusedRate(RequestMatcher where, Allowance allowance, Problems problems) {
        this.where = where;
        this.allowance = allowance;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !where.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String caller = "address " + request.getRemoteAddr();
        long wait = allowance.wouldTake(caller);
        if (wait > 0) {
            problems.tooMany(request, response, wait, TOO_MANY);
            return;
        }
        chain.doFilter(request, response);
        if (HttpStatusCode.valueOf(response.getStatus()).is4xxClientError()) {
            allowance.take(caller);
        }
    }
}
