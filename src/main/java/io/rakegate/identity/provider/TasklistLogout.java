package io.rakegate.identity.provider;

import io.rakegate.identity.login.LeadOn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Logging out in Tasklist, Cockpit or Admin is a script's call, which cannot lead anywhere; the login page, which comes
 * next, leads on to the provider.
 */
class TasklistLogout extends OncePerRequestFilter {

    private static final RequestMatcher LOGOUT =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");

    private final LoggedOut next;

    TasklistLogout(LoggedOut next) {
        this.next = next;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !LOGOUT.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (!(login instanceof OAuth2AuthenticationToken)) {
            chain.doFilter(request, response);
            return;
        }
        String place = next.placeFor(request, response, login);
        chain.doFilter(request, response);
        if (request.getSession(false) == null && !response.isCommitted()) {
            LeadOn.to(place, request.getSession());
        }
    }
}
