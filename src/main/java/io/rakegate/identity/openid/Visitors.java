package io.rakegate.identity.openid;

import io.rakegate.identity.engine.ProviderPeople;
import io.rakegate.identity.engine.ProviderPeople.NotWelcome;
import io.rakegate.identity.provider.TokenEndpoint;
import io.rakegate.identity.provider.TurnedAway;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.client.RestTemplate;

/** Receives whoever comes with a token of the provider, and takes note of what it says about them. */
class Visitors extends OidcUserService {

    private static final Logger LOG = LoggerFactory.getLogger(Visitors.class);

    private final Claims claims;
    private final ProviderPeople people;

    Visitors(Claims claims, ProviderPeople people) {
        this.claims = claims;
        this.people = people;
        setOauth2UserService(userInfo());
    }

    private static DefaultOAuth2UserService userInfo() {
        var http = new RestTemplate(TokenEndpoint.patientRequests());
        http.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        var userInfo = new DefaultOAuth2UserService();
        userInfo.setRestOperations(http);
        return userInfo;
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
            throw new TurnedAway(TurnedAway.Reason.REFUSED, String.valueOf(refusal.getMessage()));
        }
        return person.userId();
    }
}
