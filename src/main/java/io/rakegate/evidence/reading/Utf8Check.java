package io.rakegate.evidence.reading;

/** Follows bytes one by one and knows whether they have been UTF-8 so far (RFC 3629: no surrogates, no overlong forms). */
final class Utf8Check {

    private boolean broken;
    private int missing;
    private int lowest = 0x80;
    private int highest = 0xbf;

    void next(byte signed) {
        int b = signed & 0xff;
        if (missing > 0) {
            if (b < lowest || b > highest) {
                broken = true;
            }
            missing--;
            lowest = 0x80;
            highest = 0xbf;
        } else if (b >= 0x80) {
            start(b);
        }
    }

    boolean isValid() {
        return !broken && missing == 0;
    }

    private void start(int b) {
        if (b >= 0xc2 && b <= 0xdf) {
            missing = 1;
        } else if (b >= 0xe0 && b <= 0xef) {
            missing = 2;
            lowest = b == 0xe0 ? 0xa0 : 0x80;
            highest = b == 0xed ? 0x9f : 0xbf;
        } else if (b >= 0xf0 && b <= 0xf4) {
            missing = 3;
            lowest = b == 0xf0 ? 0x90 : 0x80;
            highest = b == 0xf4 ? 0x8f : 0xbf;
        } else {
            broken = true;
        }
    }
}
