package io.rakegate.pullrequest.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppKeyTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_770_000_000);

    @Test
    void theKeyAsGitHubHandsItOutSigns() {
        assertThat(AppCredentials.isSignedByIt(
                        AppKey.fromPem(AppCredentials.pkcs1()).proof("314159", NOW)))
                .isTrue();
    }

    @Test
    void theKeyAsPkcs8Signs() {
        assertThat(AppCredentials.isSignedByIt(
                        AppKey.fromPem(AppCredentials.pkcs8()).proof("314159", NOW)))
                .isTrue();
    }

    @Test
    void theKeyFromAnEnvironmentVariableOnOneLineSigns() {
        String oneLine = AppCredentials.pkcs1().replace("\n", "\\n");

        assertThat(AppCredentials.isSignedByIt(AppKey.fromPem(oneLine).proof("314159", NOW)))
                .isTrue();
    }

    @Test
    void theProofNamesTheAppAndIsValidForMinutesFromAMinuteAgo() {
        String proof = AppKey.fromPem(AppCredentials.pkcs8()).proof("Iv23liABC", NOW);

        List<String> parts = List.of(proof.split("\\.", -1));
        assertThat(parts).hasSize(3);
        assertThat(decoded(parts.get(0))).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        assertThat(decoded(parts.get(1))).isEqualTo("{\"iat\":1769999940,\"exp\":1770000480,\"iss\":\"Iv23liABC\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ghp_secret",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----"
            })
    void whatIsNoKeyIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> AppKey.fromPem(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("rakegate.github.app-private-key is no RSA private key in PEM form.")
                .hasMessageNotContainingAny("AAAA", "ghp_secret");
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
