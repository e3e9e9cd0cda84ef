package io.rakegate.pullrequest.github;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** GitHub's signature of a delivery (HMAC-SHA256), which nobody can make without the secret. */
final class WebhookSignature {

    private static final String PREFIX = "sha256=";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-fA-F]{64}");

    private final byte[] bytes;

    private WebhookSignature(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads the header {@code X-Hub-Signature-256}; nothing if it is missing or has another form. */
    static Optional<WebhookSignature> fromHeader(@Nullable String header) {
        return header == null || !FORM.matcher(header).matches()
                ? Optional.empty()
                : Optional.of(new WebhookSignature(HexFormat.of().parseHex(header.substring(PREFIX.length()))));
    }

    /** What makes the right signature out of a body. */
    static Mac mac(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256.", impossible);
        }
    }

    /** Whether it is the right one. How long that takes says nothing about the right one. */
    boolean is(byte[] right) {
        return MessageDigest.isEqual(right, bytes);
    }
}
