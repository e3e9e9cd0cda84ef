package io.rakegate.identity.github;

import io.rakegate.identity.GitHubLogin;
import io.rakegate.identity.IdentityProperties;
import io.rakegate.identity.People;
import io.rakegate.identity.engine.ProviderPeople;
import io.rakegate.identity.login.WayIn;
import io.rakegate.identity.provider.Client;
import io.rakegate.identity.provider.ProviderLogins;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Opens the way in by GitHub where the configuration names an application there. It is the GitHub of the pull requests:
 * at another one the same number would be somebody else.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("rakegate.identity.git-hub.client-id")
class GitHubSignInConfiguration {

    private final String apiUrl;
    private final String webUrl;

    GitHubSignInConfiguration(
            @Value("${rakegate.github.api-url:https://api.github.com}") String apiUrl,
            @Value("${rakegate.github.web-url:}") String webUrl) {
        this.apiUrl = apiUrl.strip().replaceFirst("/+$", "");
        this.webUrl = (webUrl.isBlank() ? webUrlOf(this.apiUrl) : webUrl.strip()).replaceFirst("/+$", "");
    }

    @Bean
    Client gitHubClient(IdentityProperties properties) {
        return new GitHubClient(configured(properties), webUrl, apiUrl);
    }

    @Bean
    @Order(2)
    WayIn gitHubSignIn(
            IdentityProperties properties,
            ProviderLogins logins,
            ProviderPeople vouchedFor,
            People people,
            Clock clock) {
        GitHubLogin login = configured(properties);
        Members members = new Members(login, webUrl, new OwnData(apiUrl), vouchedFor, people, clock);
        return new GitHubSignIn(
                login,
                logins,
                members,
                tokens -> new FreshTeams(members, vouchedFor, tokens, login.lookAgainEvery(), clock));
    }

    private static GitHubLogin configured(IdentityProperties properties) {
        return Objects.requireNonNull(properties.gitHub());
    }

    private static String webUrlOf(String apiUrl) {
        return apiUrl.equals("https://api.github.com") ? "https://github.com" : apiUrl.replaceFirst("/api/v3$", "");
    }
}
