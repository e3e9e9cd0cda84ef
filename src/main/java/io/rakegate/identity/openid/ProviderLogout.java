package io.rakegate.identity.openid;

import io.rakegate.identity.provider.AfterLogout;
import io.rakegate.identity.provider.Client;
import io.rakegate.identity.provider.OutOfReach;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;

/** Whoever logs out here is led to the provider to end the login there too, and back. */
class ProviderLogout extends OidcClientInitiatedLogoutSuccessHandler implements AfterLogout {

    private static final String NOWHERE = "/nowhere";

    ProviderLogout(Client provider) {
        super(id -> provider.id().equals(id) ? provider.registration() : null);
        setPostLogoutRedirectUri("{baseUrl}/login?logout");
        setDefaultTargetUrl(NOWHERE);
    }

    @Override
    public Optional<String> placeFor(HttpServletRequest request, HttpServletResponse response, Authentication login) {
        try {
            return Optional.of(determineTargetUrl(request, response, login)).filter(place -> !place.equals(NOWHERE));
        } catch (OutOfReach unanswered) {
            logger.warn("Somebody logs out while the provider does not answer; the login there goes on.", unanswered);
            return Optional.empty();
        }
    }
}
