package io.rakegate.identity.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/**
 * The session at the provider that a session here goes back to.
 *
 * @param subject whom the provider logged in
 * @param id what the provider calls the session; null if it does not say
 * @param since when they logged in here
 */
record ProviderSession(String subject, @Nullable String id, Instant since) implements Serializable {

    private static final String KEY = ProviderSession.class.getName();

    static ProviderSession of(OidcIdToken token, Instant since) {
        return new ProviderSession(token.getSubject(), token.getClaimAsString("sid"), since);
    }

    /** The one that this session goes back to; null for a session without a login at the provider. */
    static @Nullable ProviderSession of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(KEY) instanceof ProviderSession known ? known : null;
    }

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(KEY, this);
    }
}
