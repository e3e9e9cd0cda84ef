package io.rakegate.identity.openid;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Takes note of the session at the provider, so that it can end the one here, and leads to where somebody wanted. */
class Arrival extends SavedRequestAwareAuthenticationSuccessHandler {

    private final Clock clock;

    Arrival(Clock clock, String otherwise) {
        this.clock = clock;
        setDefaultTargetUrl(otherwise);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws ServletException, IOException {
        if (login.getPrincipal() instanceof OidcUser user) {
            ProviderSession.of(user.getIdToken(), clock.instant()).keep(request);
        }
        super.onAuthenticationSuccess(request, response, login);
    }
}
