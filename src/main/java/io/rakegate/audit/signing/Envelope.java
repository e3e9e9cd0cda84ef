package io.rakegate.audit.signing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Puts a signed statement into a DSSE envelope (Dead Simple Signing Envelope, version 1). */
@Component
public class Envelope {

    /** What the envelope says its content is. */
    public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

    private final SigningKeys keys;

    Envelope(SigningKeys keys) {
        this.keys = keys;
    }

    /** The envelope as JSON: for the same statement and key always the same bytes. */
    public byte[] around(byte[] statement) {
        Base64.Encoder base64 = Base64.getEncoder();
        String signature = base64.encodeToString(keys.sign(preAuthenticationEncoding(statement)));
        return """
                {"payload":"%s","payloadType":"%s","signatures":[{"keyid":"%s","sig":"%s"}]}
                """.formatted(
                        base64.encodeToString(statement),
                        PAYLOAD_TYPE,
                        keys.current().keyId(),
                        signature)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] preAuthenticationEncoding(byte[] statement) {
        byte[] head = "DSSEv1 %d %s %d "
                .formatted(PAYLOAD_TYPE.length(), PAYLOAD_TYPE, statement.length)
                .getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[head.length + statement.length];
        System.arraycopy(head, 0, both, 0, head.length);
        System.arraycopy(statement, 0, both, head.length, statement.length);
        return both;
    }
}
