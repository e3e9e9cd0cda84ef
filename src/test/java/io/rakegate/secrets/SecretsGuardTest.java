package io.rakegate.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** A start with a missing, weak or commonly known secret ends with a sentence that does not say it. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsGuardTest {

    private static final Map<String, String> STRONG = Map.of(
            "spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/rakegate",
            "spring.datasource.username", "rakegate",
            "spring.datasource.password", "mOuntain7-lantern",
            "rakegate.github.webhook-secret", "9f2c41d07be85a3361",
            "rakegate.github.token", "ghp_4d1f0a77c2be93ee5a10",
            "rakegate.slack.bot-token", "xoxb-771-902-aQ8rTz61kLmP",
            "rakegate.identity.administrator.user-id", "breakglass",
            "rakegate.identity.administrator.password", "violet-harbour-19");

    @TempDir
    Path folder;

    @Test
    void strongSecretsStart() {
        assertThat(failure(Map.of())).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.password, is missing",
        "rakegate.github.webhook-secret, is missing",
    })
    void aMissingSecretStopsTheStart(String property, String what, CapturedOutput output) {
        assertThat(failure(Map.of(property, ""))).hasMessageContaining(property + " " + what);
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START", "configtree:")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.password, camunda, everybody knows",
        "spring.datasource.password, Postgres123, everybody knows",
        "spring.datasource.password, short7-lan, shorter than 12",
        "spring.datasource.password, aaaaaaaaaaaabbbb, repeats",
        "spring.datasource.password, the-Rakegate-database, contains the value of spring.datasource.username",
        "rakegate.github.webhook-secret, sandbox-webhook-secret, everybody knows",
        "rakegate.github.webhook-secret, 123456789012, everybody knows",
        "rakegate.github.webhook-secret, webhook_secret_1, everybody knows",
        "rakegate.github.token, sandbox-token, everybody knows",
        "rakegate.github.token, ghp_tooShort, shorter than 20",
        "rakegate.github.app-private-key, not-a-key, shorter than 500",
        "rakegate.slack.bot-token, xoxb-sandbox, everybody knows",
        "rakegate.slack.bot-token, xoxb-9zQ-2tA, shorter than 20",
        "rakegate.identity.open-id.client-secret, topsecret1, everybody knows",
        "rakegate.identity.open-id.client-secret, 41d07be85a, shorter than 16",
        "rakegate.identity.git-hub.client-secret, 7be85a3361, shorter than 16",
        "rakegate.identity.administrator.password, changeme123!, everybody knows",
        "rakegate.identity.administrator.password, correct horse battery staple, everybody knows",
        "rakegate.identity.administrator.password, myBreakglass-42, contains the value of",
    })
    void aWeakOrKnownSecretStopsTheStartAndIsNotSaid(String property, String value, String why, CapturedOutput output) {
        assertThat(failure(Map.of(property, value)))
                .hasMessageContaining(property + " ")
                .hasMessageContaining(why);

        assertThat(output.getAll()).contains(property).doesNotContain(value);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Throwable failure =
                failure(Map.of("rakegate.github.webhook-secret", "", "rakegate.slack.bot-token", "xoxb-sandbox"));

        assertThat(failure).hasMessageContainingAll("rakegate.github.webhook-secret", "rakegate.slack.bot-token");
    }

    @Test
    void aPasswordInTheDatabasesAddressStopsTheStart(CapturedOutput output) {
        String address = "jdbc:postgresql://127.0.0.1:1/rakegate?user=rakegate&password=mOuntain7-lantern";

        assertThat(failure(Map.of("spring.datasource.url", address))).hasMessageContaining("Move it to");
        assertThat(output.getAll()).doesNotContain("mOuntain7-lantern");
    }

    @Test
    void aClientCertificateReplacesTheDatabasesPassword() {
        assertThat(failure(Map.of(
                        "spring.datasource.password",
                        "",
                        "spring.datasource.url",
                        "jdbc:postgresql://127.0.0.1:1/rakegate?sslcert=/keys/c.pem&sslkey=/keys/k.pk8")))
                .isNull();
    }

    @Test
    void theSandboxNeedsNone() {
        assertThat(failure(Map.of("rakegate.sandbox.enabled", "true", "rakegate.github.webhook-secret", "sandbox")))
                .isNull();
    }

    @Test
    void secretsComeFromFilesToo() throws IOException {
        Files.writeString(folder.resolve("rakegate.github.webhook-secret"), "a41e9930c7f256bd0\n");
        String files = "configtree:" + folder + "/";

        try (ConfigurableApplicationContext started =
                start(Map.of("rakegate.github.webhook-secret", "", "spring.config.import", files))) {
            assertThat(started.getEnvironment().getProperty("rakegate.github.webhook-secret"))
                    .isEqualTo("a41e9930c7f256bd0");
        }
    }

    /** As Kubernetes and its drivers for vaults do, so that all files change at once. */
    @Test
    void secretsComeFromFilesThatAreLinksIntoAnotherFolder() throws IOException {
        Path version = Files.createDirectory(folder.resolve("..2026_01_01"));
        Files.writeString(version.resolve("rakegate.github.webhook-secret"), "a41e9930c7f256bd0\n");
        Files.createSymbolicLink(folder.resolve("..data"), version.getFileName());
        Files.createSymbolicLink(
                folder.resolve("rakegate.github.webhook-secret"), Path.of("..data/rakegate.github.webhook-secret"));

        try (ConfigurableApplicationContext started = start(
                Map.of("rakegate.github.webhook-secret", "", "spring.config.import", "configtree:" + folder + "/"))) {
            assertThat(started.getEnvironment().getProperty("rakegate.github.webhook-secret"))
                    .isEqualTo("a41e9930c7f256bd0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox-webhook-secret", "short"})
    void aWeakSecretInAFileStopsTheStartToo(String weak) throws IOException {
        Files.writeString(folder.resolve("rakegate.github.webhook-secret"), weak);

        assertThat(failure(Map.of(
                        "rakegate.github.webhook-secret", "", "spring.config.import", "configtree:" + folder + "/")))
                .hasMessageContaining("rakegate.github.webhook-secret");
    }

    /** What the configuration's records are made of is listed while compiling, so that a new secret shows up here. */
    @Test
    void everyPropertyThatHoldsASecretIsWatched() throws IOException {
        List<String> holdSecrets = new ArrayList<>();
        try (InputStream metadata = getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            for (JsonNode property : new ObjectMapper().readTree(metadata).path("properties")) {
                String name = property.path("name").asText();
                if (name.matches(".*(password|secret|token|private-key|signing-key|secret-access-key)")) {
                    holdSecrets.add(name);
                }
            }
        }

        assertThat(holdSecrets)
                .contains("rakegate.github.webhook-secret")
                .allSatisfy(name ->
                        assertThat(Secret.ALL).extracting(Secret::property).contains(name));
    }

    private Throwable failure(Map<String, String> changed) {
        return catchThrowable(() -> start(changed).close());
    }

    private static ConfigurableApplicationContext start(Map<String, String> changed) {
        Map<String, String> properties = new LinkedHashMap<>(STRONG);
        properties.putAll(changed);
        // what comes from a file must not be hidden by an argument
        properties.values().removeIf(String::isEmpty);
        return new SpringApplicationBuilder(OnlyTheGuard.class)
                .web(WebApplicationType.NONE)
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
    }

    @ComponentScan
    static class OnlyTheGuard {}
}
