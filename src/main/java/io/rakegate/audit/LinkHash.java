package io.rakegate.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that chains the records of the audit trail: SHA-256 of a text in UTF-8, as 64 hex digits. */
public final class LinkHash {

    /** What the first record of a chain names as the hash before it. */
    public static final String START = "0".repeat(64);

    private LinkHash() {}

    /** The hash of a text. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of bytes. */
    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256, but this one does not", absent);
        }
    }
}
