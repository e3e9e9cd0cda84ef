package io.rakegate.announcement.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.announcement.Announcement.Kind;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** The application starts with a complete configuration of Slack, or says what is missing. */
class SlackPropertiesTest {

    private final ApplicationContextRunner anApplication = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Test
    void knowsTheChannelOfEachKindById_byNameOrByDefault() {
        anApplication
                .withPropertyValues(
                        "rakegate.slack.bot-token=xoxb-1",
                        "rakegate.slack.channels.default=#platform-architecture",
                        "rakegate.slack.channels.reminder= rakegate-reminders ",
                        "rakegate.slack.channels.escalation=C0123456789",
                        "rakegate.slack.channels.backout=")
                .run(context -> {
                    SlackProperties.Channels channels =
                            context.getBean(SlackProperties.class).channels();

                    assertThat(channels.of(Kind.SCHEDULED_RUN)).isEqualTo("platform-architecture");
                    assertThat(channels.of(Kind.COMPLETION)).isEqualTo("platform-architecture");
                    assertThat(channels.of(Kind.BACKOUT)).isEqualTo("platform-architecture");
                    assertThat(channels.of(Kind.REMINDER)).isEqualTo("rakegate-reminders");
                    assertThat(channels.of(Kind.ESCALATION)).isEqualTo("C0123456789");
                });
    }

    @Test
    void reachesSlackItselfUnlessToldOtherwise() {
        anApplication
                .withPropertyValues("rakegate.slack.bot-token=xoxb-1", "rakegate.slack.channels.default=general")
                .run(context -> assertThat(
                                context.getBean(SlackProperties.class).apiUrl())
                        .hasToString("https://slack.com/api/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "xoxb-1 xoxb-2"})
    void doesNotStartWithoutAUsableToken(String token) {
        anApplication
                .withPropertyValues("rakegate.slack.bot-token=" + token, "rakegate.slack.channels.default=general")
                .run(context -> assertRefused(context, "RAKEGATE_SLACK_BOT_TOKEN"));
    }

    @Test
    void doesNotStartWhileAKindHasNoChannel() {
        anApplication
                .withPropertyValues(
                        "rakegate.slack.bot-token=xoxb-1",
                        "rakegate.slack.channels.scheduled-run=general",
                        "rakegate.slack.channels.completion=general",
                        "rakegate.slack.channels.backout=general",
                        "rakegate.slack.channels.reminder=general")
                .run(context -> assertRefused(context, "RAKEGATE_SLACK_CHANNELS_DEFAULT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://slack.example.org/api/", "http://localhost.example.org/api/", "ftp://localhost/"})
    @DisplayName("does not start when the token would travel readable")
    void doesNotStartWhenTheTokenWouldTravelReadable(String address) {
        anApplication
                .withPropertyValues(
                        "rakegate.slack.bot-token=xoxb-1",
                        "rakegate.slack.channels.default=general",
                        "rakegate.slack.api-url=" + address)
                .run(context -> assertRefused(context, "https"));
    }

    @Test
    void takesAnAddressOnThisMachineAndCompletesIt() {
        anApplication
                .withPropertyValues(
                        "rakegate.slack.bot-token=xoxb-1",
                        "rakegate.slack.channels.default=general",
                        "rakegate.slack.api-url=http://localhost:8080/sandbox/slack/api")
                .run(context -> assertThat(
                                context.getBean(SlackProperties.class).apiUrl())
                        .hasToString("http://localhost:8080/sandbox/slack/api/"));
    }

    @Test
    void keepsTheTokenToItself() {
        anApplication
                .withPropertyValues("rakegate.slack.bot-token=xoxb-secret", "rakegate.slack.channels.default=general")
                .run(context -> assertThat(
                                context.getBean(SlackProperties.class).toString())
                        .contains("general")
                        .doesNotContain("xoxb-secret"));
    }

    private static void assertRefused(AssertableApplicationContext context, String naming) {
        assertThat(context)
                .getFailure()
                .asInstanceOf(InstanceOfAssertFactories.type(ConfigurationPropertiesBindException.class))
                .extracting(failure -> failure.getCause().getCause().getMessage(), InstanceOfAssertFactories.STRING)
                .contains(naming)
                .doesNotContain("xoxb-2");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SlackProperties.class)
    static class Bound {}
}
