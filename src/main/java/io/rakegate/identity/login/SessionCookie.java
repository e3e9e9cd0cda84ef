package io.rakegate.identity.login;

import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.AbstractServletWebServerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps the session cookie from scripts and from requests that other sites start. Over TLS it is also secure. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SessionCookie implements WebServerFactoryCustomizer<AbstractServletWebServerFactory> {

    @Override
    public void customize(AbstractServletWebServerFactory server) {
        server.getSession().getCookie().setHttpOnly(true);
        server.getSession().getCookie().setSameSite(SameSite.LAX);
    }
}
