package io.rakegate.audit.signing;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key that signs the bundles.
 *
 * @param privateKey Ed25519 key as PKCS#8 in PEM form; line breaks may be written as {@code \n}
 * @param keyId name of the key in what it signs; unless given, the first 16 digits of its fingerprint
 * @param generatedKeyFile where a key is made and kept if none is configured, for the sandbox; null makes none
 * @param retiredPublicKeys public keys that signed earlier, by their key id, in PEM form
 */
@ConfigurationProperties("rakegate.audit.signing")
record SigningProperties(
        @DefaultValue("") String privateKey,
        @DefaultValue("") String keyId,
        @Nullable Path generatedKeyFile,
        @DefaultValue Map<String, String> retiredPublicKeys) {

    SigningProperties {
        retiredPublicKeys = Map.copyOf(retiredPublicKeys);
        if (!keyId.matches("[A-Za-z0-9._-]{0,100}")) {
            throw new IllegalArgumentException("rakegate.audit.signing.key-id is made of letters, digits, dots, dashes"
                    + " and underscores, and of at most 100 of them.");
        }
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "SigningProperties[keyId=" + keyId + "]";
    }
}
