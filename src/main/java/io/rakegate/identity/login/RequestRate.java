package io.rakegate.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps one person, or one address without a login, from taking the whole node. */
class RequestRate extends OncePerRequestFilter {

    private static final String TOO_MANY = "These are too many requests; please wait a moment.";

    private final RequestMatcher where;
    private final Allowance allowance;
    private final Problems problems;

    RequestRate(RequestMatcher where, Allowance allowance, Problems problems) {
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
        long wait = allowance.take(callerOf(request));
        if (wait == 0) {
            chain.doFilter(request, response);
        } else {
            problems.tooMany(request, response, wait, TOO_MANY);
        }
    }

    private static String callerOf(HttpServletRequest request) {
        @Nullable Authentication login = SecurityContextHolder.getContext().getAuthentication();
        boolean known = login != null && login.isAuthenticated() && !(login instanceof AnonymousAuthenticationToken);
        return known ? "person " + login.getName() : "address " + request.getRemoteAddr();
    }
}
