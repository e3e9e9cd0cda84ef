package io.rakegate.pullrequest.github;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.crypto.Mac;
import org.springframework.http.HttpStatus;

/**
 * The raw bytes of a delivery as they pass by: counted and added to the signature that they should have. They are never
 * kept, so that somebody without the secret cannot fill the memory.
 */
final class SignedBody extends InputStream {

    /** GitHub sends no larger deliveries, in bytes. */
    static final long LARGEST = 25L * 1024 * 1024;

    private static final String TOO_LARGE =
            "The body is larger than 25 MB (26214400 bytes). GitHub sends no such deliveries.";

    private final InputStream raw;
    private final Mac mac;
    private long passed;

    SignedBody(InputStream raw, Mac mac) {
        this.raw = raw;
        this.mac = mac;
    }

    static void requireAcceptable(long announcedLength) {
        if (announcedLength > LARGEST) {
            throw new WebhookRefused(HttpStatus.PAYLOAD_TOO_LARGE, TOO_LARGE);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == -1 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = raw.read(buffer, offset, length);
        if (count > 0) {
            passed += count;
            requireAcceptable(passed);
            mac.update(buffer, offset, count);
        }
        return count;
    }

    /** Reads to the end and says whether this is the signature of all that passed. */
    boolean isSignedWith(WebhookSignature signature) throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return signature.is(mac.doFinal());
    }
}
