package io.rakegate.identity.login;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.AbstractServletWebServerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the session cookie from scripts and from requests that other sites start. It is also secure over TLS, and always
 * where people reach Rakegate by https, even if the proxy that ends TLS does not say so.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SessionCookie implements WebServerFactoryCustomizer<AbstractServletWebServerFactory> {

    private final boolean alwaysSecure;

    SessionCookie(@Value("${rakegate.public-url:}") String publicUrl) {
        this.alwaysSecure = publicUrl.startsWith("https:");
    }

    @Override
    public void customize(AbstractServletWebServerFactory server) {
        server.getSession().getCookie().setHttpOnly(true);
        server.getSession().getCookie().setSameSite(SameSite.LAX);
        if (alwaysSecure) {
            server.getSession().getCookie().setSecure(true);
        }
    }
}
