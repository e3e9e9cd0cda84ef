package io.rakegate.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where the error page comes from there is nothing to ask for: only what went wrong leads to it. */
class ErrorByHand extends OncePerRequestFilter {

    private static final RequestMatcher ERROR = Paths.any("/error");

    private final Problems problems;

    ErrorByHand(Problems problems) {
        this.problems = problems;
    }

    /** What went wrong is led there inside, past this filter. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ERROR.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (CsrfCookieFilter.loadsPage(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else {
            problems.send(request, response, HttpStatus.NOT_FOUND, "There is nothing at this address.");
        }
    }
}
