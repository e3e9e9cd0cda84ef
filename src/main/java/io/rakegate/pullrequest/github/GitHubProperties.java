package io.rakegate.pullrequest.github;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How GitHub is reached, as whom, and on which repositories Rakegate may work.
 *
 * @param apiUrl address of the REST API; for GitHub Enterprise Server {@code https://host/api/v3}
 * @param webUrl address of the pages, below which {@code owner/repository/pull/1} is found; derived from the API's
 *     address if blank
 * @param token personal access token of the account that Rakegate acts as; blank if it acts as a GitHub App
 * @param appId id or client id of the GitHub App that Rakegate acts as; blank if it acts with a token
 * @param appPrivateKey private key of that App, the text of the PEM file as GitHub hands it out (PKCS#1) or as PKCS#8
 * @param webhookSecret the secret that GitHub signs deliveries with; without one every delivery is refused
 * @param repositories the repositories ({@code owner/repository}) that Rakegate may work on; no other is touched
 * @param callTimeout how long one call may take in all; keep it far below the lock time of an engine job
 * @param deliveryRetention how long the id of a delivery is remembered so that a repetition is recognised
 */
@ConfigurationProperties("rakegate.github")
record GitHubProperties(
        @DefaultValue("https://api.github.com") String apiUrl,
        @DefaultValue("") String webUrl,
        @DefaultValue("") String token,
        @DefaultValue("") String appId,
        @DefaultValue("") String appPrivateKey,
        @DefaultValue("") String webhookSecret,
        @DefaultValue List<String> repositories,
        @DefaultValue("10s") Duration callTimeout,
        @DefaultValue("30d") Duration deliveryRetention) {

    private static final String NO_ACCESS = """
            Rakegate has no access to GitHub. Set rakegate.github.token to a token of the account that Rakegate acts as, \
            or rakegate.github.app-id and rakegate.github.app-private-key of a GitHub App.""";

    private static final String TWO_ACCOUNTS = """
            Both rakegate.github.token and rakegate.github.app-id are set, so it is open which account Rakegate acts as. \
            Remove one of them.""";

    private static final String HALF_AN_APP = """
            A GitHub App needs both rakegate.github.app-id and rakegate.github.app-private-key, \
            and only one of them is set.""";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+");
    private static final Pattern APP_ID = Pattern.compile("[A-Za-z0-9.]*");

    GitHubProperties {
        apiUrl = address("api-url", apiUrl);
        webUrl = webUrl.isBlank() ? derivedFrom(apiUrl) : address("web-url", webUrl);
        repositories = List.copyOf(repositories);
        repositories.forEach(GitHubProperties::requireName);
        demand(
                APP_ID.matcher(appId).matches(),
                "rakegate.github.app-id is neither the id nor the client id of an App.");
        demand(appId.isBlank() == appPrivateKey.isBlank(), HALF_AN_APP);
        demand(token.isBlank() || appId.isBlank(), TWO_ACCOUNTS);
        demand(!token.isBlank() || !appId.isBlank(), NO_ACCESS);
    }

    /** Whether Rakegate acts as a GitHub App rather than with a personal token. */
    boolean isApp() {
        return !appId.isBlank();
    }

    /** The repository as it is spelled in the configuration, if Rakegate may work on it. */
    Optional<String> configured(String repositoryName) {
        return repositories.stream().filter(repositoryName::equalsIgnoreCase).findFirst();
    }

    private static String derivedFrom(String apiUrl) {
        return apiUrl.equals("https://api.github.com") ? "https://github.com" : apiUrl.replaceFirst("/api/v3$", "");
    }

    private static String address(String name, String text) {
        URI uri = URI.create(text.strip());
        demand(
                uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())),
                "rakegate.github." + name + " is \"" + text
                        + "\", which is no address such as https://github.example.org.");
        return text.strip().replaceFirst("/+$", "");
    }

    private static void requireName(String name) {
        demand(
                NAME.matcher(name).matches(),
                "rakegate.github.repositories names \"" + name + "\", which is not of the form owner/repository.");
    }

    private static void demand(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "GitHubProperties[apiUrl=%s, webUrl=%s, as=%s, repositories=%s]"
                .formatted(apiUrl, webUrl, isApp() ? "app " + appId : "token", repositories);
    }
}
