package io.rakegate.audit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the signing key comes from, and what a missing or wrong one is answered with. */
class SigningKeysTest {

    /** RFC 8032, section 7.1, test 1. */
    private static final String KNOWN = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            """;

    private static final String KNOWN_PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    @TempDir
    private Path folder;

    @Test
    void theKnownKeyHasItsKnownPublicKey() throws GeneralSecurityException {
        KeyPair pair = Ed25519.pair(KNOWN);

        assertThat(java.util.HexFormat.of().formatHex(pair.getPublic().getEncoded()))
                .endsWith(KNOWN_PUBLIC);
    }

    @Test
    void whatIsSignedVerifiesWithThePublishedKey() throws GeneralSecurityException {
        SigningKeys keys = new SigningKeys(properties(KNOWN.replace("\n", "\\n"), "2026-a", null, Map.of()));

        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(Ed25519.publicKey(keys.current().publicKey()));
        signature.update("said".getBytes(UTF_8));

        assertThat(signature.verify(keys.sign("said".getBytes(UTF_8)))).isTrue();
        assertThat(keys.current().keyId()).isEqualTo("2026-a");
        assertThat(keys.current().fingerprint()).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void withoutAKeyNothingStarts() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new SigningKeys(properties("", "", null, Map.of())))
                .withMessageContaining("openssl genpkey -algorithm ed25519")
                .withMessageContaining("RAKEGATE_AUDIT_SIGNING_PRIVATE_KEY");
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutRepeatingIt() {
        for (String wrong : new String[] {
            "secret", KNOWN.replace("MC4CAQAw", "AAAA"), "-----BEGIN PRIVATE KEY-----\n=\n-----END PRIVATE KEY-----"
        }) {
            assertThatIllegalStateException()
                    .as(wrong)
                    .isThrownBy(() -> new SigningKeys(properties(wrong, "", null, Map.of())))
                    .withMessageContaining("no Ed25519 key in PEM form")
                    .withMessageNotContaining("secret");
        }
    }

    @Test
    void theFirstStartMakesAKeyThatOnlyItsOwnerReadsAndTheNextOneFindsIt() throws IOException {
        Path file = folder.resolve("data/key.pem");

        SigningKeys first = new SigningKeys(properties("", "", file, Map.of()));
        SigningKeys second = new SigningKeys(properties("", "", file, Map.of()));

        assertThat(second.current()).isEqualTo(first.current());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void retiredKeysArePublishedAfterTheOneThatSigns() {
        SigningKeys old = new SigningKeys(properties(KNOWN, "2025", null, Map.of()));
        Path file = folder.resolve("key.pem");

        SigningKeys keys = new SigningKeys(
                properties("", "2026", file, Map.of("2025", old.current().publicKey())));

        assertThat(keys.all()).extracting(PublishedKey::keyId).containsExactly("2026", "2025");
        assertThat(keys.all()).extracting(PublishedKey::retired).containsExactly(false, true);
        assertThat(keys.all().get(1).fingerprint()).isEqualTo(old.current().fingerprint());
        assertThatIllegalStateException()
                .isThrownBy(() -> new SigningKeys(properties(
                        "", "2025", file, Map.of("2025", old.current().publicKey()))))
                .withMessageContaining("Give the new key another id");
        assertThatIllegalStateException()
                .isThrownBy(() -> new SigningKeys(properties("", "2026", file, Map.of("2025", "no key"))))
                .withMessageContaining("retired-public-keys.2025");
    }

    @Test
    void aKeyIdIsAPlainName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(KNOWN, "a\"b", null, Map.of()))
                .withMessageContaining("rakegate.audit.signing.key-id");
    }

    private static SigningProperties properties(String key, String id, Path file, Map<String, String> retired) {
        return new SigningProperties(key, id, file, retired);
    }
}
