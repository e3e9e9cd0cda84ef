package io.rakegate.pullrequest.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class GitHubPropertiesTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(OnlyGitHub.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(GitHubProperties.class)
    @Import({GitHubConnection.class, GitHubPullRequests.class})
    static class OnlyGitHub {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Test
    void aTokenIsEnoughToStart() {
        application.withPropertyValues("rakegate.github.token=ghp_sample").run(context -> {
            GitHubProperties properties = context.getBean(GitHubProperties.class);
            assertThat(properties.apiUrl()).isEqualTo("https://api.github.com");
            assertThat(properties.webUrl()).isEqualTo("https://github.com");
            assertThat(properties.callTimeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(properties.deliveryRetention()).isEqualTo(Duration.ofDays(30));
            assertThat(properties.repositories()).isEmpty();
            assertThat(properties.isApp()).isFalse();
        });
    }

    @Test
    void onEnterpriseThePagesAreOnTheSameHost() {
        application
                .withPropertyValues(
                        "rakegate.github.token=ghp_sample", "rakegate.github.api-url=https://git.example.org/api/v3/")
                .run(context -> assertThat(
                                context.getBean(GitHubProperties.class).webUrl())
                        .isEqualTo("https://git.example.org"));
    }

    @Test
    void withoutAccessTheApplicationDoesNotStart() {
        refuses(
                "Rakegate has no access to GitHub. Set rakegate.github.token to a token of the account that Rakegate acts"
                        + " as, or rakegate.github.app-id and rakegate.github.app-private-key of a GitHub App.");
    }

    @Test
    void withHalfAnAppTheApplicationDoesNotStart() {
        refuses(
                "A GitHub App needs both rakegate.github.app-id and rakegate.github.app-private-key,"
                        + " and only one of them is set.",
                "rakegate.github.app-id=1");
    }

    @Test
    void withTwoAccountsTheApplicationDoesNotStart() {
        refuses(
                "Both rakegate.github.token and rakegate.github.app-id are set, so it is open which account Rakegate acts"
                        + " as. Remove one of them.",
                "rakegate.github.token=ghp_sample",
                "rakegate.github.app-id=1",
                "rakegate.github.app-private-key=key");
    }

    @Test
    void withAKeyThatIsNoneTheApplicationDoesNotStart() {
        refuses(
                "rakegate.github.app-private-key is no RSA private key in PEM form. Put in the whole text of the .pem file"
                        + " that GitHub hands out for the App, from -----BEGIN to the end, without a pass phrase.",
                "rakegate.github.app-id=1",
                "rakegate.github.app-private-key=secret-looking-text");
    }

    @Test
    void aRepositoryWithoutItsOwnerIsNamed() {
        refuses(
                "rakegate.github.repositories names \"vets-api\", which is not of the form owner/repository.",
                "rakegate.github.token=ghp_sample",
                "rakegate.github.repositories=acme/vets-api,vets-api");
    }

    @Test
    void anAddressThatIsNoneIsNamed() {
        refuses(
                "rakegate.github.api-url is \"api.github.com\", which is no address such as https://github.example.org.",
                "rakegate.github.token=ghp_sample",
                "rakegate.github.api-url=api.github.com");
    }

    @Test
    void secretsAreNotPrinted() {
        application
                .withPropertyValues(
                        "rakegate.github.token=ghp_sample",
                        "rakegate.github.webhook-secret=hush",
                        "rakegate.github.repositories=acme/vets-api")
                .run(context -> assertThat(context.getBean(GitHubProperties.class))
                        .hasToString("GitHubProperties[apiUrl=https://api.github.com, webUrl=https://github.com,"
                                + " as=token, repositories=[acme/vets-api]]"));
    }

    private void refuses(String sentence, String... properties) {
        application
                .withPropertyValues(properties)
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessage(sentence));
    }
}
