package io.rakegate.audit.feed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what is sent, with the time, so that a receiver can tell what comes from here and what is old. */
final class FeedSignature {

    static final String HEADER = "X-Rakegate-Signature";

    private FeedSignature() {}

    /** {@code t=<seconds since 1970>,v1=<HMAC-SHA256 of "t.body" in hex>}. */
    static String of(String secret, Instant at, String body) {
        long time = at.getEpochSecond();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + time + ",v1=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", impossible);
        }
    }
}
