package io.rakegate.policy.ruby;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one Ruby file, where its lines begin, and how much longer it may be looked at. */
final class RubySource {

    /** Steps for one check: ordinary files of 10 KB need a hundredth of it. */
    private static final int STEPS = 15_000_000;

    private static final int LINE = 500;

    private final byte[] bytes;
    private final int[] lineStarts;
    private int stepsLeft = STEPS;

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

    /** Counts steps, so that no file keeps the rules busy for long. */
    void spend(int steps) {
        stepsLeft -= steps;
        if (stepsLeft < 0) {
            throw new RubyTooIntricate();
        }
    }

    void renew() {
        stepsLeft = STEPS;
    }

    String text(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The text of a line, from 1, without its end, as far as a person reads; empty if there is no such line. */
    String lineText(int line) {
        if (line < 1 || line > lineStarts.length) {
            return "";
        }
        int start = lineStarts[line - 1];
        int end = line == lineStarts.length ? bytes.length : lineStarts[line] - 1;
        return text(start, Math.min(end, start + LINE));
    }

    int column(int offset) {
        return text(lineStarts[line(offset) - 1], offset).length() + 1;
    }
}
