package io.rakegate.pullrequest.github;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The private key of a GitHub App, with which Rakegate proves to be that App. */
final class AppKey {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (RSA )?PRIVATE KEY-----");

    private static final String NOT_A_KEY = """
            rakegate.github.app-private-key is no RSA private key in PEM form. Put in the whole text of the .pem file \
            that GitHub hands out for the App, from -----BEGIN to the end, without a pass phrase.""";

    /** "PrivateKeyInfo, version 0, algorithm rsaEncryption": what PKCS#8 puts before a PKCS#1 key. */
    private static final byte[] PKCS8_START = {2, 1, 0, 48, 13, 6, 9, 42, -122, 72, -122, -9, 13, 1, 1, 1, 5, 0};

    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Duration VALID = Duration.ofMinutes(8);

    private final PrivateKey key;

    private AppKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * Reads PKCS#1 ({@code BEGIN RSA PRIVATE KEY}) or PKCS#8 ({@code BEGIN PRIVATE KEY}); line breaks may be written as
     * {@code \n}, as environment variables often have them.
     *
     * @throws IllegalStateException if it is neither; the message says what to configure and never repeats the text
     */
    static AppKey fromPem(String pem) {
        Matcher matcher = PEM.matcher(pem.replace("\\n", "\n").strip());
        if (!matcher.matches()) {
            throw new IllegalStateException(NOT_A_KEY);
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(2));
            byte[] pkcs8 = matcher.group(1) == null ? der : fromPkcs1(der);
            return new AppKey(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(NOT_A_KEY, unreadable);
        }
    }

    private static byte[] fromPkcs1(byte[] pkcs1) {
        return der(0x30, join(PKCS8_START, der(0x04, pkcs1)));
    }

    private static byte[] der(int tag, byte[] content) {
        int length = content.length;
        byte[] head = length < 0x80
                ? new byte[] {(byte) tag, (byte) length}
                : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        return join(head, content);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /**
     * A signed statement to be that App, valid for a few minutes. It is dated back a little, since GitHub refuses one
     * from the future.
     */
    String proof(String appId, Instant now) {
        String header = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        String claims = "{\"iat\":%d,\"exp\":%d,\"iss\":\"%s\"}"
                .formatted(now.minus(SKEW).getEpochSecond(), now.plus(VALID).getEpochSecond(), appId);
        String content = header + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The App's key cannot sign.", impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
