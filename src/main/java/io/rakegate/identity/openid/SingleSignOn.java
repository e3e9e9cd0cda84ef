package io.rakegate.identity.openid;

import io.rakegate.identity.OpenId;
import io.rakegate.identity.login.WayIn;
import io.rakegate.identity.token.TokenFilter;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Logging in and out at the provider, and its bearer tokens at the REST interfaces. */
class SingleSignOn implements WayIn {

    private static final String START = "/oauth2/authorization";
    private static final RequestMatcher INTERFACES = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/api/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/engine-rest/**"));

    private final OpenId provider;
    private final ProviderClient client;
    private final Visitors visitors;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final OAuth2AuthorizedClientRepository tokens = new HttpSessionOAuth2AuthorizedClientRepository();

    SingleSignOn(OpenId provider, Visitors visitors, Clock clock, ApplicationEventPublisher events) {
        this.provider = provider;
        this.client = new ProviderClient(provider);
        this.visitors = visitors;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public String label() {
        return provider.label();
    }

    @Override
    public String link() {
        return START + "/" + ProviderClient.ID;
    }

    @Override
    public List<String> formTargets() {
        URI issuer = provider.issuer();
        return List.of(issuer.getScheme() + "://" + issuer.getAuthority());
    }

    @Override
    public void open(HttpSecurity http, AuthenticationEntryPoint turnedAway) throws Exception {
        var proofKeys = new DefaultOAuth2AuthorizationRequestResolver(client, START);
        proofKeys.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(client)
                .authorizedClientRepository(tokens)
                .authorizationEndpoint(start -> start.authorizationRequestResolver(proofKeys))
                .tokenEndpoint(token -> token.accessTokenResponseClient(TokenEndpoint.byCode()))
                .userInfoEndpoint(user -> user.oidcUserService(visitors))
                .defaultSuccessUrl("/camunda/app/tasklist/")
                .failureHandler(new SimpleUrlAuthenticationFailureHandler("/login?refused"))
                .withObjectPostProcessor(whereTheProviderIsOutOfReach()));
        http.logout(logout -> logout.logoutSuccessHandler(logoutThere()));
        http.addFilterBefore(new FreshTokens(renewal(), clock), AuthorizationFilter.class);
        String audience = provider.audience();
        if (audience != null) {
            http.addFilterBefore(new NoDPoP(turnedAway), LogoutFilter.class);
            http.oauth2ResourceServer(server -> server.bearerTokenResolver(atInterfacesOnly())
                    .authenticationEntryPoint(turnedAway)
                    .jwt(jwt -> jwt.decoder(BearerTokens.decoder(provider.issuer(), audience))
                            .jwtAuthenticationConverter(visitors::caller)));
        }
    }

    private OAuth2AuthorizedClientManager renewal() {
        var byRefreshToken = new RefreshTokenOAuth2AuthorizedClientProvider();
        byRefreshToken.setApplicationEventPublisher(events);
        byRefreshToken.setClock(clock);
        byRefreshToken.setAccessTokenResponseClient(TokenEndpoint.byRefreshToken());
        var manager = new DefaultOAuth2AuthorizedClientManager(client, tokens);
        manager.setAuthorizedClientProvider(byRefreshToken);
        return manager;
    }

    private LogoutSuccessHandler logoutThere() {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(client);
        handler.setPostLogoutRedirectUri("{baseUrl}/login?logout");
        handler.setDefaultTargetUrl("/login?logout");
        return handler;
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> whereTheProviderIsOutOfReach() {
        return new ObjectPostProcessor<>() {
            @Override
            public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T start) {
                start.setAuthenticationFailureHandler(new SimpleUrlAuthenticationFailureHandler("/login?unavailable"));
                return start;
            }
        };
    }

    private static BearerTokenResolver atInterfacesOnly() {
        var header = new DefaultBearerTokenResolver();
        header.setBearerTokenHeaderName(HttpHeaders.AUTHORIZATION);
        return request -> INTERFACES.matches(request) && !TokenFilter.isOurs(request) ? header.resolve(request) : null;
    }
}
