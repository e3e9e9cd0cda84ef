package io.rakegate.policy.ruby;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one Ruby file and where its lines begin. */
final class RubySource {

    private final byte[] bytes;
    private final int[] lineStarts;

    RubySource(String text) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        this.lineStarts = lineStarts(bytes);
    }

    private static int[] lineStarts(byte[] bytes) {
        int[] starts = new int[bytes.length + 1];
        int count = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    byte[] bytes() {
        return bytes;
    }

    String text(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int column(int offset) {
        return text(lineStarts[line(offset) - 1], offset).length() + 1;
    }
}
