package io.rakegate.identity.openid;

import java.net.URI;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Checks that a bearer token was signed by the provider, for Rakegate, and is still valid. */
final class BearerTokens {

    private BearerTokens() {}

    /** A decoder that asks the provider for its keys when the first token comes. */
    static JwtDecoder decoder(URI issuer, String audience) {
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withIssuerLocation(issuer.toString()).build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefaultWithIssuer(issuer.toString()),
                    new JwtClaimValidator<List<String>>(
                            JwtClaimNames.AUD, audiences -> audiences != null && audiences.contains(audience))));
            return decoder;
        });
    }
}
