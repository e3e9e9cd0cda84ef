package io.rakegate.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down whoever tries passwords, tokens or forged log-outs: after so many failures of one address none of its attempts is looked at
 * for a while, whomever they are for. The engine slows down the attempts for one person from wherever they come.
 */
class LoginThrottle extends OncePerRequestFilter {

    private static final String TOO_MANY =
            "Too many logins from this address have failed; please wait a moment and try again.";

    private final Allowance failures;
    private final Problems problems;

    LoginThrottle(Allowance failures, Problems problems) {
        this.failures = failures;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Paths.LOGIN_FORM.matches(request)
                && !Paths.BACK_CHANNEL.matches(request)
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        long wait = failures.wouldTake(address);
        if (wait > 0) {
            problems.tooMany(request, response, wait, TOO_MANY);
            return;
        }
        chain.doFilter(request, response);
        if (hasFailed(request, response)) {
            failures.take(address);
        }
    }

    private static boolean hasFailed(HttpServletRequest request, HttpServletResponse response) {
        return switch (response.getStatus()) {
            case HttpServletResponse.SC_UNAUTHORIZED -> true;
            case HttpServletResponse.SC_BAD_REQUEST -> Paths.BACK_CHANNEL.matches(request);
            default -> Paths.LOGIN_FORM.matches(request) && leadsBackToTheForm(response);
        };
    }

    private static boolean leadsBackToTheForm(HttpServletResponse response) {
        String leadsTo = response.getHeader(HttpHeaders.LOCATION);
        return leadsTo != null && leadsTo.endsWith("/login?error");
    }
}
