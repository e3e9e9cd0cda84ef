package io.rakegate.evidence.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells text from other content, and how it is encoded, by reading all of it once in small pieces. */
public final class TextEncoding {

    private static final int BUFFER = 16 * 1024;
    private static final int BOM = 0xfeff;

    private TextEncoding() {}

    /**
     * The encoding of a text: UTF-8, UTF-16 with a byte order mark, or ISO-8859-1 where it is neither.
     *
     * @param content read to its end; the caller closes it
     * @return empty if the content is not text
     * @throws IOException if the content cannot be read
     */
    public static Optional<Charset> detect(InputStream content) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(content, BUFFER);
        buffered.mark(4);
        byte[] start = buffered.readNBytes(4);
        buffered.reset();
        if (startsWith(start, 0xff, 0xfe)) {
            return isPlausible(buffered, StandardCharsets.UTF_16LE);
        }
        if (startsWith(start, 0xfe, 0xff)) {
            return isPlausible(buffered, StandardCharsets.UTF_16BE);
        }
        return eightBit(buffered);
    }

    /**
     * Reads a text in its encoding, without the byte order mark. What cannot be decoded is replaced, never dropped.
     *
     * @param content the text's bytes; closed with the reader
     */
    public static Reader reader(InputStream content, Charset encoding) throws IOException {
        PushbackReader reader = new PushbackReader(new InputStreamReader(content, encoding));
        int first = reader.read();
        if (first >= 0 && first != BOM) {
            reader.unread(first);
        }
        return reader;
    }

    private static Optional<Charset> eightBit(InputStream content) throws IOException {
        Utf8Check utf8 = new Utf8Check();
        long size = 0;
        long controls = 0;
        long high = 0;
        byte[] buffer = new byte[BUFFER];
        for (int length; (length = content.read(buffer)) > 0; ) {
            size += length;
            for (int i = 0; i < length; i++) {
                byte b = buffer[i];
                if (b == 0) {
                    return Optional.empty();
                }
                if (b < 0) {
                    high++;
                } else if (isUnusualControl(b)) {
                    controls++;
                }
                utf8.next(b);
            }
        }
        if (controls * 100 > size) {
            return Optional.empty();
        }
        if (utf8.isValid()) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return high * 3 > size ? Optional.empty() : Optional.of(StandardCharsets.ISO_8859_1);
    }

    /** What only looks like UTF-16 by its first two bytes would be read as characters that no log is made of. */
    private static Optional<Charset> isPlausible(InputStream content, Charset encoding) throws IOException {
        Reader reader = reader(content, encoding);
        long size = 0;
        long latin = 0;
        char[] buffer = new char[BUFFER];
        for (int length; (length = reader.read(buffer)) > 0; ) {
            size += length;
            for (int i = 0; i < length; i++) {
                if (buffer[i] == 0) {
                    return Optional.empty();
                }
                if (buffer[i] < 0x250) {
                    latin++;
                }
            }
        }
        return latin * 2 >= size ? Optional.of(encoding) : Optional.empty();
    }

    /** Terminal colours need escape and bell; the rest of the control characters is rare in text. */
    private static boolean isUnusualControl(byte b) {
        return b < 0x20 && !(b >= 7 && b <= 13) && b != 0x1b;
    }

    private static boolean startsWith(byte[] start, int first, int second) {
        return start.length >= 2 && (start[0] & 0xff) == first && (start[1] & 0xff) == second;
    }
}
