package io.rakegate.evidence.personaldata;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;

/** A text with what is found masked, made while it is read, one window in memory at a time. */
final class RedactedText extends InputStream {

    private final Reader text;
    private final Charset encoding;
    private final Runnable stillInTime;
    private final StringBuilder copy = new StringBuilder();
    private final TextScan scan;
    private boolean more = true;
    private byte[] bytes = new byte[0];
    private int position;

    /** @param stillInTime throws when the scan has taken too long */
    RedactedText(Reader text, Charset encoding, Runnable stillInTime) {
        this.text = text;
        this.encoding = encoding;
        this.stillInTime = stillInTime;
        this.scan = new TextScan(text, copy);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private boolean fill() throws IOException {
        while (position == bytes.length && more) {
            stillInTime.run();
            more = scan.next();
            int whole = wholeCharacters();
            bytes = copy.substring(0, whole).getBytes(encoding);
            copy.delete(0, whole);
            position = 0;
        }
        return position < bytes.length;
    }

    /** A character of two halves is encoded when both are there. */
    private int wholeCharacters() {
        int length = copy.length();
        return more && length > 0 && Character.isHighSurrogate(copy.charAt(length - 1)) ? length - 1 : length;
    }
}
