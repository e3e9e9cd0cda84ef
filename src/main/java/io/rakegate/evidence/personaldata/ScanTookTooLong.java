package io.rakegate.evidence.personaldata;

import java.time.Duration;

/** A scan did not come to its end in the time it has. Nothing can be said about the text. */
public class ScanTookTooLong extends RuntimeException {

    ScanTookTooLong(Duration limit) {
        super("The scan for personal data took longer than " + limit.toSeconds() + " seconds.");
    }
}
