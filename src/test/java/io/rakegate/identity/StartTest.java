package io.rakegate.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.spring.boot.starter.webapp.filter.LazyInitRegistration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

class StartTest {

    @Test
    void withoutAnAdministratorRakegateDoesNotStart() {
        assertThatThrownBy(() -> start().close())
                .hasStackTraceContaining("Nobody is in the group camunda-admin")
                .hasStackTraceContaining("rakegate.identity.administrator.password");
    }

    @ParameterizedTest
    @CsvSource({
        "root,short",
        "root,''",
        "'',correct horse battery",
        "root,root-root-root",
        "ro/ot,correct horse battery"
    })
    void anAdministratorWithAWeakPasswordStopsTheStart(String userId, String password) {
        new ApplicationContextRunner()
                .withUserConfiguration(PropertiesOnly.class)
                .withPropertyValues(
                        "rakegate.identity.administrator.user-id=" + userId,
                        "rakegate.identity.administrator.password=" + password)
                .run(context -> assertThat(context).hasFailed().getFailure().hasStackTraceContaining("administrator"));
    }

    @ParameterizedTest
    @CsvSource({
        "organisations=,organisations",
        "client-secret=,clientSecret",
        "teams[0].team=elsewhere/console-services,no organisation/team",
        "teams[0].id=0,teams[0].id",
        "look-again-every=2h,look-again-every",
        "look-again-every=0s,look-again-every"
    })
    void aLoginAtGitHubThatWouldLetOthersInStopsTheStart(String wrong, String named) {
        new ApplicationContextRunner()
                .withUserConfiguration(PropertiesOnly.class)
                .withPropertyValues(
                        "rakegate.identity.git-hub.client-id=id",
                        "rakegate.identity.git-hub.client-secret=secret",
                        "rakegate.identity.git-hub.organisations=acme",
                        "rakegate.identity.git-hub.teams[0].id=71",
                        "rakegate.identity.git-hub.teams[0].team=acme/console-services",
                        "rakegate.identity.git-hub.teams[0].group=console-services",
                        "rakegate.identity.git-hub." + wrong)
                .run(context -> assertThat(context).hasFailed().getFailure().hasStackTraceContaining(named));
    }

    @Test
    void theAdministratorOfTheConfigurationLogsInAndIsTheOnlyOne() {
        try (ConfigurableApplicationContext running = start(
                "rakegate.identity.administrator.user-id=root",
                "rakegate.identity.administrator.password=correct horse battery",
                "management.endpoints.web.exposure.include=env")) {
            int port = ((ServletWebServerApplicationContext) running)
                    .getWebServer()
                    .getPort();
            Browser browser = new Browser(port);

            browser.logIn("root", "correct horse battery");

            assertThat(browser.get("/actuator/env", "application/json").statusCode())
                    .isEqualTo(200);
            assertThat(running.getBean(People.class).membersOf("camunda-admin"))
                    .extracting(Person::userId)
                    .containsExactly("root");
            assertThat(browser.page("/login").body()).doesNotContain("sandbox");
            assertThat(Browser.basic(port, "GET", "/engine-rest/user", "root", "correct horse battery", "")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(new Browser(port)
                            .postWithoutToken("/sandbox/github/api/v3/user", "{}")
                            .statusCode())
                    .isIn(401, 403);
        }
    }

    @Test
    void whileTheProviderIsOutOfReachTheAdministratorStillGetsIn() {
        try (ConfigurableApplicationContext running = start(
                "rakegate.identity.administrator.user-id=root",
                "rakegate.identity.administrator.password=correct horse battery",
                "rakegate.identity.open-id.issuer=http://localhost:1",
                "rakegate.identity.open-id.client-id=rakegate",
                "rakegate.identity.open-id.client-secret=secret",
                "rakegate.identity.open-id.audience=rakegate-api")) {
            int port = ((ServletWebServerApplicationContext) running)
                    .getWebServer()
                    .getPort();
            Browser browser = new Browser(port);

            var atProvider = browser.page("/oauth2/authorization/sso");
            browser.logIn("root", "correct horse battery");

            assertThat(atProvider.statusCode()).isEqualTo(302);
            assertThat(atProvider.headers().firstValue("Location").orElseThrow())
                    .endsWith("/login?unavailable");
            assertThat(browser.get("/engine-rest/user", "application/json").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theSandboxDoesNotStartWhereOthersCouldReachIt() {
        assertThatThrownBy(() -> start("rakegate.sandbox.enabled=true").close())
                .hasStackTraceContaining("passwords everybody knows")
                .hasStackTraceContaining("server.address=127.0.0.1");
    }

    /** The engine's web applications remember the last context of the JVM, even one that did not start. */
    @AfterEach
    void contextsThatDidNotStartAreForgotten() {
        ReflectionTestUtils.setField(LazyInitRegistration.class, "APPLICATION_CONTEXT", null);
    }

    @EnableConfigurationProperties(IdentityProperties.class)
    static class PropertiesOnly {}

    private static ConfigurableApplicationContext start(String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "server.port=0",
                "spring.liquibase.enabled=false",
                "camunda.bpm.job-execution.enabled=false",
                "camunda.bpm.auto-deployment-enabled=false",
                "logging.level.root=warn"));
        arguments.addAll(List.of(properties));
        return new SpringApplicationBuilder(IdentityApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.main.banner-mode=off")
                .run(arguments.stream()
                        .filter(argument -> !argument.isEmpty())
                        .map(argument -> "--" + argument)
                        .toArray(String[]::new));
    }
}
