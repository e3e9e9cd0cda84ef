package io.rakegate.identity.openid;

import io.rakegate.identity.OpenId;
import io.rakegate.identity.login.WayIn;
import io.rakegate.identity.provider.ProviderLogins;
import io.rakegate.identity.provider.TokenEndpoint;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/** Logging in and out at the provider, and its bearer tokens at the REST interfaces. */
class SingleSignOn implements WayIn {

    private final OpenId provider;
    private final ProviderLogins logins;
    private final Visitors visitors;
    private final EndedLogins ended;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SingleSignOn(
            OpenId provider,
            ProviderLogins logins,
            Visitors visitors,
            EndedLogins ended,
            Clock clock,
            ApplicationEventPublisher events) {
        this.provider = provider;
        this.logins = logins;
        this.visitors = visitors;
        this.ended = ended;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public String label() {
        return provider.label();
    }

    @Override
    public String link() {
        return ProviderLogins.link(ProviderClient.ID);
    }

    @Override
    public List<String> formTargets() {
        URI issuer = provider.issuer();
        return List.of(issuer.getScheme() + "://" + issuer.getAuthority());
    }

    @Override
    public void open(HttpSecurity http, AuthenticationEntryPoint turnedAway) throws Exception {
        logins.open(http);
        http.oauth2Login(login -> login.userInfoEndpoint(user -> user.oidcUserService(visitors))
                .oidcSessionRegistry(new SessionsKnowThemselves())
                .successHandler(new Arrival(clock, ProviderLogins.AFTERWARDS)));
        endWithTheProvider(http);
        http.addFilterBefore(new FreshTokens(renewal(), clock), AuthorizationFilter.class);
        String audience = provider.audience();
        if (audience != null) {
            http.addFilterBefore(new NoDPoP(turnedAway), LogoutFilter.class);
            BearerTokens.accept(http, BearerTokens.decoder(provider.issuer(), audience), visitors, turnedAway);
        }
    }

    private void endWithTheProvider(HttpSecurity http) throws Exception {
        http.oidcLogout(logout ->
                logout.clientRegistrationRepository(logins.clients()).backChannel(said -> said.logoutHandler(ended)));
        http.addFilterBefore(new BackChannel(), CsrfFilter.class)
                .addFilterBefore(new EndWithProvider(ended), AuthorizationFilter.class);
    }

    private OAuth2AuthorizedClientManager renewal() {
        var byRefreshToken = new RefreshTokenOAuth2AuthorizedClientProvider();
        byRefreshToken.setApplicationEventPublisher(events);
        byRefreshToken.setClock(clock);
        byRefreshToken.setAccessTokenResponseClient(TokenEndpoint.byRefreshToken());
        var manager = new DefaultOAuth2AuthorizedClientManager(logins.clients(), logins.tokens());
        manager.setAuthorizedClientProvider(byRefreshToken);
        return manager;
    }
}
