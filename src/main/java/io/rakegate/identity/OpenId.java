package io.rakegate.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An OpenID Connect provider at which people log in.
 *
 * @param issuer the provider's issuer address; everything else about it is read from there at the first login
 * @param clientId Rakegate's client id at the provider
 * @param clientSecret Rakegate's client secret at the provider
 * @param label what the login page calls it
 * @param scopes what to ask for; {@code offline_access} where the provider hands out refresh tokens only then
 * @param userIdClaim the claim with the immutable user id, never an e-mail address
 * @param nameClaim the claim with what to call the person
 * @param groupsClaim the claim with the names of the person's groups, a list or a single name
 * @param gitHubIdClaim the claim with the number of the person's account on GitHub, null if the provider knows none
 * @param gitHubLoginClaim the claim with the login of that account
 * @param audience what a bearer token must be made for to be accepted at the REST interfaces; null to accept none
 */
public record OpenId(
        @NotNull URI issuer,
        @NotBlank String clientId,
        @NotBlank String clientSecret,
        @DefaultValue("single sign-on") String label,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("sub") String userIdClaim,
        @DefaultValue("name") String nameClaim,
        @DefaultValue("groups") String groupsClaim,
        @Nullable String gitHubIdClaim,
        @DefaultValue("preferred_username") String gitHubLoginClaim,
        @Nullable String audience) {

    /** The secret stays out of logs and error pages. */
    @Override
    public String toString() {
        return "OpenId[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
