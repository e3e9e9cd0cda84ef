package io.rakegate.audit.signing;

import io.rakegate.audit.LinkHash;
import java.security.PublicKey;

/**
 * A public key with which bundles are verified.
 *
 * @param keyId its name in what it signed
 * @param algorithm always Ed25519
 * @param fingerprint {@code sha256:} and the SHA-256 of the key in DER form (SubjectPublicKeyInfo), 64 hex digits
 * @param publicKey the key in PEM form
 * @param retired whether it signs nothing any more
 */
public record PublishedKey(String keyId, String algorithm, String fingerprint, String publicKey, boolean retired) {

    static PublishedKey of(String keyId, PublicKey key, boolean retired) {
        return new PublishedKey(keyId, "Ed25519", fingerprint(key), Ed25519.pem(key), retired);
    }

    static String fingerprint(PublicKey key) {
        return "sha256:" + LinkHash.of(key.getEncoded());
    }
}
