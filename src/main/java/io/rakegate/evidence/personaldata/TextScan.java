package io.rakegate.evidence.personaldata;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one text, window by window. The windows overlap: what begins in one is looked at together with what
 * follows it, and what is looked back at is still there.
 */
final class TextScan {

    static final String MASK = "[redacted]";

    private static final int SIZE = 64 * 1024;

    /** How far a match may reach beyond where it is found; what is longer goes on in the next window. */
    private static final int AHEAD = 8 * 1024;

    /** How far before it a match may begin, and its label stand. */
    private static final int BEHIND = 512;

    private static final int MOST_OF_A_KEY = 64 * 1024;

    private final Reader text;
    private final @Nullable StringBuilder copy;
    private final char[] read = new char[SIZE];
    private final Window window = new Window(SIZE);
    private final Columns columns = new Columns();
    private final List<Hit> hits = new ArrayList<>();
    private int length;
    private boolean started;
    private boolean ended;
    private int position;
    private int passedOn;
    private boolean insideToken;
    private int insideKey;
    private long count;
    private long line = 1;
    private long column = 1;
    private int counted;
    private int cell = -1;

    /** @param copy takes the text with what is found masked, null if nobody wants it */
    TextScan(Reader text, @Nullable StringBuilder copy) {
        this.text = text;
        this.copy = copy;
    }

    /** Looks at the next window. Returns false after the last. */
    boolean next() throws IOException {
        fill();
        int to = ended ? length : length - AHEAD;
        if (!started) {
            started = true;
            startLine(0);
        }
        goOn();
        scan(to);
        passOn(ended ? length : Math.max(passedOn, to - BEHIND));
        return !ended || position < length;
    }

    ScanReport report() {
        return new ScanReport(hits, count);
    }

    private void fill() throws IOException {
        int dropped = Math.max(0, Math.min(position - BEHIND, passedOn));
        countTo(dropped);
        System.arraycopy(read, dropped, read, 0, length - dropped);
        window.drop(dropped);
        columns.drop(dropped);
        cell = cell < 0 ? -1 : cell - dropped;
        length -= dropped;
        position -= dropped;
        passedOn -= dropped;
        counted -= dropped;
        int from = length;
        while (length < SIZE && !ended) {
            int more = text.read(read, length, SIZE - length);
            ended = more < 0;
            length += Math.max(0, more);
        }
        window.append(read, from, length);
    }

    private void scan(int to) {
        int index = position;
        while ((index = window.nextTrigger(index, cell >= index ? Math.min(cell, to) : to)) < to) {
            byte trigger = index == cell ? Detectors.CELL : Detectors.triggerOf(window.at(index));
            if (trigger == Detectors.LINE_END) {
                startLine(++index);
                continue;
            }
            Match match = trigger == Detectors.CELL ? columns.next(index) : Detectors.at(window, index, trigger);
            if (match != null && match.end() > Math.max(index, passedOn)) {
                found(match);
                index = match.end();
            } else {
                index = trigger == Detectors.DIGIT ? window.digitsFrom(index, SIZE) : index + 1;
            }
            if (cell >= 0 && cell < index) {
                aimAtCell(index);
            }
        }
        position = Math.max(position, index);
    }

    private void startLine(int index) {
        columns.line(window, index);
        aimAtCell(index);
    }

    private void aimAtCell(int index) {
        Match next = columns.next(index);
        cell = next == null ? -1 : next.start();
    }

    /** A token or key that reached beyond the last window ends in this one, or goes on through it. */
    private void goOn() {
        int end = position;
        if (insideKey > 0) {
            end = Math.max(position, Tokens.endOfKey(window, Math.max(0, position - 8)));
            insideKey = end == length && !ended ? insideKey - (end - position) : 0;
        } else if (insideToken) {
            end = Tokens.endOfToken(window, position);
            insideToken = end == length && !ended;
        }
        if (end > position) {
            position = end;
            passedOn = end;
        }
    }

    private void found(Match match) {
        int start = Math.max(match.start(), passedOn);
        countTo(start);
        count++;
        if (hits.size() < ScanReport.MOST_HITS) {
            hits.add(Hit.of(match.kind(), line, column, read, start, match.end()));
        }
        passOn(start);
        if (copy != null) {
            copy.append(MASK);
        }
        passedOn = match.end();
        window.hit(match.kind(), match.end());
        if (match.end() == length && !ended) {
            boolean key = window.startsWith(match.start(), "-----BEGIN");
            insideKey = key ? MOST_OF_A_KEY : 0;
            insideToken = !key;
        }
    }

    private void passOn(int to) {
        if (to > passedOn) {
            if (copy != null) {
                copy.append(read, passedOn, to - passedOn);
            }
            passedOn = to;
        }
    }

    private void countTo(int index) {
        for (; counted < index; counted++) {
            if (read[counted] == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
    }
}
