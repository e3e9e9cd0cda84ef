package io.rakegate.identity.openid;

import io.rakegate.identity.engine.ProviderPeople;
import io.rakegate.identity.engine.ProviderPeople.NotWelcome;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Receives whoever comes with a token of the provider, and takes note of what it says about them. */
class Visitors extends OidcUserService {

    private static final Logger LOG = LoggerFactory.getLogger(Visitors.class);

    private final Claims claims;
    private final ProviderPeople people;

    Visitors(Claims claims, ProviderPeople people) {
        this.claims = claims;
        this.people = people;
    }

    /** Somebody logged in at the provider, or their token was renewed. */
    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = super.loadUser(request);
        receive(user.getClaims(), request.getIdToken().getIssuedAt());
        return user;
    }

    /** A program called an interface with a token of the provider. */
    JwtAuthenticationToken caller(Jwt token) {
        String userId = receive(token.getClaims(), token.getIssuedAt());
        return new JwtAuthenticationToken(token, AuthorityUtils.NO_AUTHORITIES, userId);
    }

    private String receive(Map<String, Object> said, @Nullable Instant issuedAt) {
        ProviderPeople.Vouched person = claims.read(said, issuedAt);
        try {
            people.welcome(person);
        } catch (NotWelcome refusal) {
            LOG.warn("Turned away somebody whom {} vouches for: {}", person.issuer(), refusal.getMessage());
            throw new OAuth2AuthenticationException(new OAuth2Error("access_denied"), refusal);
        }
        return person.userId();
    }
}
