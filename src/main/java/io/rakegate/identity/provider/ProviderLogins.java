package io.rakegate.identity.provider;

import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Component;

/** The way to a provider and back, the same for each: with state and proof key, the token kept in the session. */
@Component
public class ProviderLogins {

    /** Where somebody comes to who logged in without asking for a page. */
    public static final String AFTERWARDS = "/camunda/app/tasklist/";

    private static final String START = "/oauth2/authorization";

    private final ClientRegistrationRepository clients;
    private final OAuth2AuthorizedClientRepository tokens = new HttpSessionOAuth2AuthorizedClientRepository();
    private final LoggedOut loggedOut;
    private final LoginFailures failures = new LoginFailures();

    ProviderLogins(ObjectProvider<Client> clients, ObjectProvider<AfterLogout> places) {
        this.clients = new Clients(clients.orderedStream().toList());
        this.loggedOut = new LoggedOut(places.orderedStream().toList());
    }

    /** Where the login page leads to for a provider. */
    public static String link(String id) {
        return START + "/" + Objects.requireNonNull(id);
    }

    /** Rakegate as a client of each provider. */
    public ClientRegistrationRepository clients() {
        return clients;
    }

    /** The tokens that providers handed out for the person of a session. */
    public OAuth2AuthorizedClientRepository tokens() {
        return tokens;
    }

    /** Opens the way there and out again; each kind of login calls it, the second time to no effect. */
    public void open(HttpSecurity http) throws Exception {
        if (http.getSharedObject(ProviderLogins.class) != null) {
            return;
        }
        http.setSharedObject(ProviderLogins.class, this);
        http.logout(logout -> logout.logoutSuccessHandler(loggedOut))
                .addFilterAfter(new TasklistLogout(loggedOut), AuthorizationFilter.class);
        var proofKeys = new DefaultOAuth2AuthorizationRequestResolver(clients, START);
        proofKeys.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(clients)
                .authorizedClientRepository(tokens)
                .authorizationEndpoint(start -> start.authorizationRequestResolver(proofKeys))
                .tokenEndpoint(token -> token.accessTokenResponseClient(TokenEndpoint.byCode()))
                .defaultSuccessUrl(AFTERWARDS)
                .failureHandler(failures)
                .withObjectPostProcessor(whereTheProviderIsOutOfReach()));
    }

    private ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> whereTheProviderIsOutOfReach() {
        return new ObjectPostProcessor<>() {
            @Override
            public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T start) {
                start.setAuthenticationFailureHandler(failures);
                return start;
            }
        };
    }
}
