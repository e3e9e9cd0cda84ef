package io.rakegate.identity.openid;

import io.rakegate.identity.provider.OutOfReach;
import io.rakegate.identity.token.TokenFilter;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Checks that a bearer token was signed by the provider, for Rakegate, and is still valid. */
final class BearerTokens {

    private static final RequestMatcher INTERFACES = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/api/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/engine-rest/**"));

    private BearerTokens() {}

    /** Takes them at the interfaces; the entry point answers whoever brings another. */
    static void accept(HttpSecurity http, JwtDecoder decoder, Visitors visitors, AuthenticationEntryPoint turnedAway)
            throws Exception {
        http.oauth2ResourceServer(server -> server.bearerTokenResolver(atInterfacesOnly())
                .authenticationEntryPoint(turnedAway)
                .withObjectPostProcessor(whereTheKeysAreOutOfReach(turnedAway))
                .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(visitors::caller)));
    }

    /** A decoder that asks the provider for its keys when the first token comes. */
    static JwtDecoder decoder(URI issuer, String audience) {
        var asking = new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withIssuerLocation(issuer.toString()).build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefaultWithIssuer(issuer.toString()),
                    new JwtClaimValidator<List<String>>(
                            JwtClaimNames.AUD, audiences -> audiences != null && audiences.contains(audience))));
            return decoder;
        });
        return token -> {
            try {
                return asking.decode(token);
            } catch (JwtDecoderInitializationException unanswered) {
                throw new OutOfReach("The provider does not say with which keys it signs.", unanswered);
            }
        };
    }

    private static BearerTokenResolver atInterfacesOnly() {
        var header = new DefaultBearerTokenResolver();
        header.setBearerTokenHeaderName(HttpHeaders.AUTHORIZATION);
        return request -> INTERFACES.matches(request) && !TokenFilter.isOurs(request) ? header.resolve(request) : null;
    }

    /** The entry point knows what to say about an outage, too; without this it would be an error of ours. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> whereTheKeysAreOutOfReach(
            AuthenticationEntryPoint turnedAway) {
        return new ObjectPostProcessor<>() {
            @Override
            public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
                filter.setAuthenticationFailureHandler(turnedAway::commence);
                return filter;
            }
        };
    }
}
