package io.rakegate.evidence.personaldata;

/**
 * The part of a text that is in memory. Outside of it every character is a line end, so that detectors look back and
 * ahead without asking where the edges are.
 */
final class Window {

    private final char[] folded;
    private int length;
    private int lastHitEnd = -1;
    private PersonalDataKind lastHit = PersonalDataKind.TOKEN;

    Window(int size) {
        folded = new char[size];
    }

    char at(int index) {
        return index >= 0 && index < length ? folded[index] : '\n';
    }

    int length() {
        return length;
    }

    /**
     * The next character that something may begin at.
     *
     * @return the limit if there is none before it
     */
    int nextTrigger(int from, int limit) {
        int end = Math.min(limit, length);
        for (int i = from; i < end; i++) {
            char c = folded[i];
            if (c < 128 && Detectors.mayBegin(c, i == 0 ? '\n' : folded[i - 1])) {
                return i;
            }
        }
        return Math.max(from, end);
    }

    String text(int start, int end) {
        return new String(folded, start, end - start);
    }

    /** Takes what has been read behind what is there. */
    void append(char[] read, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = read[i];
            folded[i] = c < 128 ? c : Chars.fold(c);
        }
        length = to;
    }

    /** Forgets the first characters. */
    void drop(int count) {
        System.arraycopy(folded, count, folded, 0, length - count);
        length -= count;
        lastHitEnd = Math.max(-1, lastHitEnd - count);
    }

    void hit(PersonalDataKind kind, int end) {
        lastHit = kind;
        lastHitEnd = end;
    }

    /** Whether the last thing found is of this kind and ends here, so that a list of values goes on. */
    boolean endsHitAt(int index, PersonalDataKind kind) {
        return index == lastHitEnd && lastHit == kind;
    }

    boolean startsWith(int index, String expected) {
        for (int i = 0; i < expected.length(); i++) {
            if (at(index + i) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean startsWithIgnoringCase(int index, String expectedInLowerCase) {
        for (int i = 0; i < expectedInLowerCase.length(); i++) {
            if (Chars.lower(at(index + i)) != expectedInLowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Index after the digits that start here, at most so many. */
    int digitsFrom(int index, int most) {
        int end = index;
        while (end - index < most && Chars.isDigit(at(end))) {
            end++;
        }
        return end;
    }

    /** Whether exactly so many digits start here. */
    boolean hasDigits(int index, int count) {
        return digitsFrom(index, count + 1) == index + count;
    }

    int number(int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            number = number * 10 + (at(i) - '0');
        }
        return number;
    }

    /** Whether a percent-encoded character ends before this index, such as {@code %22}. */
    boolean endsPercentAt(int index) {
        return at(index - 3) == '%' && Chars.isHex(at(index - 2)) && Chars.isHex(at(index - 1));
    }
}
