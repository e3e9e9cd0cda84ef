package io.rakegate.audit.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ed25519 keys in PEM form, as OpenSSL writes and reads them. */
final class Ed25519 {

    private static final String NAME = "Ed25519";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Ed25519() {}

    /**
     * The pair of a private key.
     *
     * @throws GeneralSecurityException if the text is no Ed25519 key
     */
    static KeyPair pair(String pem) throws GeneralSecurityException {
        PrivateKey key =
                KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(content("PRIVATE KEY", pem)));
        byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
        return generate(new Seed(seed));
    }

    /** A new pair. */
    static KeyPair generate() {
        return generate(new SecureRandom());
    }

    private static KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every Java since 15 has Ed25519, but this one does not", absent);
        }
    }

    static PublicKey publicKey(String pem) throws GeneralSecurityException {
        return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(content("PUBLIC KEY", pem)));
    }

    static String pem(PrivateKey key) {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    static String pem(PublicKey key) {
        return pem("PUBLIC KEY", key.getEncoded());
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(der) + "\n-----END " + kind + "-----\n";
    }

    private static byte[] content(String kind, String pem) throws GeneralSecurityException {
        Matcher matcher = Pattern.compile("-----BEGIN " + kind + "-----([A-Za-z0-9+/=\\s]+)-----END " + kind + "-----")
                .matcher(pem.replace("\\n", "\n").strip());
        if (!matcher.matches()) {
            throw new GeneralSecurityException("Not in the form -----BEGIN " + kind + "-----");
        }
        try {
            return Base64.getMimeDecoder().decode(matcher.group(1));
        } catch (IllegalArgumentException noBase64) {
            throw new GeneralSecurityException(noBase64);
        }
    }

    /** The generator takes the private key from its source of randomness and computes the public one. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("An Ed25519 key has " + seed.length + " bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
