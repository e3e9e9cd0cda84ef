package io.rakegate.audit.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The key that signs now, and the public keys of all that ever did. Without a key the application does not start. */
@Component
public class SigningKeys {

    private static final int SHORT = 16;

    private static final String NO_KEY = """
            There is no key to sign audit bundles with. Make one with `openssl genpkey -algorithm ed25519` and set \
            RAKEGATE_AUDIT_SIGNING_PRIVATE_KEY to the whole text it prints, or mount it as the file \
            rakegate.audit.signing.private-key of a configtree; docs/audit-bundle.md says how.""";

    private static final String NOT_A_KEY = """
            rakegate.audit.signing.private-key is no Ed25519 key in PEM form. Put in the whole text that \
            `openssl genpkey -algorithm ed25519` prints, from -----BEGIN to the end, without a pass phrase.""";

    private final PrivateKey privateKey;
    private final PublishedKey current;
    private final List<PublishedKey> all;

    SigningKeys(SigningProperties properties) {
        KeyPair pair = pair(properties);
        this.privateKey = pair.getPrivate();
        String fingerprint = PublishedKey.fingerprint(pair.getPublic());
        String id = properties.keyId().isBlank()
                ? fingerprint.substring("sha256:".length(), "sha256:".length() + SHORT)
                : properties.keyId().strip();
        this.current = PublishedKey.of(id, pair.getPublic(), false);
        List<PublishedKey> keys = new ArrayList<>(List.of(current));
        new TreeMap<>(properties.retiredPublicKeys()).forEach((retired, pem) -> keys.add(retired(retired, pem)));
        this.all = List.copyOf(keys);
    }

    private static KeyPair pair(SigningProperties properties) {
        if (!properties.privateKey().isBlank()) {
            try {
                return Ed25519.pair(properties.privateKey());
            } catch (GeneralSecurityException unreadable) {
                throw new IllegalStateException(NOT_A_KEY, unreadable);
            }
        }
        if (properties.generatedKeyFile() == null) {
            throw new IllegalStateException(NO_KEY);
        }
        return GeneratedKey.in(properties.generatedKeyFile());
    }

    private PublishedKey retired(String keyId, String pem) {
        if (keyId.equals(current.keyId())) {
            throw new IllegalStateException("rakegate.audit.signing.retired-public-keys has the id " + keyId
                    + " of the key that signs now. Give the new key another id.");
        }
        try {
            return PublishedKey.of(keyId, Ed25519.publicKey(pem), true);
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException(
                    "rakegate.audit.signing.retired-public-keys." + keyId
                            + " is no public Ed25519 key in PEM form. Put in what `openssl pkey -pubout` prints.",
                    unreadable);
        }
    }

    /** The key that signs now. */
    public PublishedKey current() {
        return current;
    }

    /** Every key with which a bundle may be verified, the one that signs now first. */
    public List<PublishedKey> all() {
        return all;
    }

    /** Signs with the key that signs now; the same bytes have the same signature. */
    byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The key that was read at the start cannot sign.", impossible);
        }
    }
}
