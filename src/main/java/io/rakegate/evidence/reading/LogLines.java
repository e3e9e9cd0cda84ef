package io.rakegate.evidence.reading;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A log line by line, in constant memory: a line longer than {@link #LONGEST} comes in pieces under the same number, and
 * each piece starts with the last {@link #OVERLAP} characters of the one before, so that nothing short falls between.
 */
final class LogLines {

    static final int LONGEST = 16 * 1024;
    static final int OVERLAP = 256;

    private final Reader reader;
    private final char[] buffer = new char[LONGEST];
    private int start;
    private int end;
    private boolean ended;
    private boolean insideLine;
    private long number;

    LogLines(Reader reader) {
        this.reader = reader;
    }

    /** The number of the line that {@link #next} gave last, from 1. */
    long number() {
        return number;
    }

    /** The next line or piece of one, without its end; null after the last. */
    @Nullable String next() throws IOException {
        int newline = find('\n', start);
        while (newline < 0 && !ended && end - start < LONGEST) {
            int searched = end - start;
            fill();
            newline = find('\n', start + searched);
        }
        if (newline < 0 && end - start < LONGEST) {
            return rest();
        }
        return newline < 0 ? piece() : line(newline);
    }

    private @Nullable String rest() {
        if (start == end) {
            return null;
        }
        String line = take(end);
        start = end;
        return line;
    }

    private String piece() {
        String line = take(end);
        start = end - OVERLAP;
        insideLine = true;
        return line;
    }

    private String line(int newline) {
        int length = newline > start && buffer[newline - 1] == '\r' ? newline - 1 : newline;
        String line = take(length);
        start = newline + 1;
        insideLine = false;
        return line;
    }

    private String take(int to) {
        if (!insideLine) {
            number++;
        }
        return new String(buffer, start, to - start);
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int read = reader.read(buffer, end, LONGEST - end);
        if (read < 0) {
            ended = true;
        } else {
            end += read;
        }
    }

    private int find(char wanted, int from) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
