package io.rakegate.identity.openid;

import io.rakegate.identity.OpenId;
import io.rakegate.identity.engine.ProviderPeople.Vouched;
import io.rakegate.pullrequest.GitHubUser;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Reads a token's claims as the configuration names them. */
class Claims {

    private static final int LONGEST_NAME = 200;

    private final OpenId provider;

    Claims(OpenId provider) {
        this.provider = provider;
    }

    /** What the claims say about their owner. A token without a user id or time is refused. */
    Vouched read(Map<String, Object> claims, @Nullable Instant issuedAt) {
        String userId = text(claims.get(provider.userIdClaim()));
        if (userId == null || issuedAt == null) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error("invalid_token"),
                    "The token lacks the claim '" + provider.userIdClaim() + "' or 'iat'.");
        }
        String name = text(claims.get(provider.nameClaim()));
        return new Vouched(
                provider.issuer().toString(),
                userId,
                name == null ? userId : name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                groups(claims.get(provider.groupsClaim())),
                account(claims),
                issuedAt);
    }

    /** Some providers write a group as a path from its root. */
    private static Set<String> groups(@Nullable Object claim) {
        Collection<?> names = claim instanceof Collection<?> many ? many : claim == null ? Set.of() : Set.of(claim);
        return names.stream()
                .map(name -> String.valueOf(name).replaceFirst("^/", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    private @Nullable GitHubUser account(Map<String, Object> claims) {
        String id = provider.gitHubIdClaim() == null ? null : text(claims.get(provider.gitHubIdClaim()));
        String login = text(claims.get(provider.gitHubLoginClaim()));
        boolean number = id != null && id.matches("[1-9]\\d{0,17}");
        return number ? GitHubUser.person(Long.parseLong(id), login == null ? "" : login) : null;
    }

    private static @Nullable String text(@Nullable Object claim) {
        return claim == null || claim.toString().isBlank() ? null : claim.toString();
    }
}
