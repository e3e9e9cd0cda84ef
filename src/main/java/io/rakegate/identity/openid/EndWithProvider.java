package io.rakegate.identity.openid;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session whose login the provider has ended. */
class EndWithProvider extends OncePerRequestFilter {

    private final EndedLogins ended;
    private final LogoutHandler logout = new SecurityContextLogoutHandler();

    EndWithProvider(EndedLogins ended) {
        this.ended = ended;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ProviderSession session = ProviderSession.of(request);
        if (session != null && ended.include(session)) {
            logout.logout(request, response, SecurityContextHolder.getContext().getAuthentication());
            throw new InsufficientAuthenticationException("You are logged out at the provider.");
        }
        chain.doFilter(request, response);
    }
}
