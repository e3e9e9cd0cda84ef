package io.rakegate.identity.github;

import io.rakegate.identity.engine.ProviderPeople;
import io.rakegate.identity.login.Paths;
import io.rakegate.identity.provider.TurnedAway;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Holds a session to what GitHub says now: what was read is read anew when it is too old, and whoever left the
 * organisation or revoked the token is logged out. While GitHub cannot be reached the session neither goes on nor ends.
 */
class FreshTeams extends OncePerRequestFilter {

    private final Members members;
    private final ProviderPeople vouchedFor;
    private final OAuth2AuthorizedClientRepository tokens;
    private final Duration every;
    private final Clock clock;
    private final LogoutHandler logout = new SecurityContextLogoutHandler();

    FreshTeams(
            Members members,
            ProviderPeople vouchedFor,
            OAuth2AuthorizedClientRepository tokens,
            Duration every,
            Clock clock) {
        this.members = members;
        this.vouchedFor = vouchedFor;
        this.tokens = tokens;
        this.every = every;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Paths.OPEN.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        boolean here = login instanceof OAuth2AuthenticationToken token
                && token.getAuthorizedClientRegistrationId().equals(GitHubClient.ID);
        if (here && isTooOld(login.getName()) && !isStillAMember(login, request)) {
            logout.logout(request, response, login);
            throw new InsufficientAuthenticationException("Your login at GitHub has run out.");
        }
        chain.doFilter(request, response);
    }

    private boolean isTooOld(String userId) {
        Instant oldest = clock.instant().minus(every);
        return vouchedFor.vouchedAt(userId).filter(oldest::isBefore).isEmpty();
    }

    /** A page asks many things at once; the first of them asks GitHub. */
    private boolean isStillAMember(Authentication login, HttpServletRequest request) {
        synchronized (WebUtils.getSessionMutex(request.getSession())) {
            OAuth2AuthorizedClient client = tokens.loadAuthorizedClient(GitHubClient.ID, login, request);
            if (client == null) {
                return false;
            }
            return !isTooOld(login.getName()) || isLetIn(client.getAccessToken().getTokenValue(), login.getName());
        }
    }

    private boolean isLetIn(String token, String userId) {
        try {
            return members.receive(token).equals(userId);
        } catch (TurnedAway refusal) {
            logger.info("GitHub does not vouch for " + userId + " any more: " + refusal.getMessage());
            return false;
        }
    }
}
