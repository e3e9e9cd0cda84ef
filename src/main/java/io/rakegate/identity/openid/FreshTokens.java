package io.rakegate.identity.openid;

import io.rakegate.identity.login.Paths;
import io.rakegate.identity.provider.OutOfReach;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds a session to the provider's token: when it has run out it is renewed, by which the groups are read anew, and
 * where the provider refuses that the session ends. While it cannot be reached the session neither goes on nor ends.
 */
class FreshTokens extends OncePerRequestFilter {

    private final OAuth2AuthorizedClientManager tokens;
    private final Clock clock;
    private final LogoutHandler logout = new SecurityContextLogoutHandler();

    FreshTokens(OAuth2AuthorizedClientManager tokens, Clock clock) {
        this.tokens = tokens;
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
                && token.getAuthorizedClientRegistrationId().equals(ProviderClient.ID);
        if (here && !isFresh(login, request, response)) {
            logout.logout(request, response, login);
            throw new InsufficientAuthenticationException("Your login at the provider has run out.");
        }
        chain.doFilter(request, response);
    }

    private boolean isFresh(Authentication login, HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizeRequest renewal = OAuth2AuthorizeRequest.withClientRegistrationId(ProviderClient.ID)
                .principal(login)
                .attribute(HttpServletRequest.class.getName(), request)
                .attribute(HttpServletResponse.class.getName(), response)
                .build();
        try {
            OAuth2AuthorizedClient client = tokens.authorize(renewal);
            Instant end = client == null ? null : client.getAccessToken().getExpiresAt();
            return client != null && (end == null || end.isAfter(clock.instant()));
        } catch (OAuth2AuthorizationException refused) {
            if (OutOfReach.isBehind(refused)) {
                throw new OutOfReach("The identity provider cannot be reached.", refused);
            }
            logger.info("The provider does not renew the login of " + login.getName() + ": " + refused.getMessage());
            return false;
        }
    }
}
