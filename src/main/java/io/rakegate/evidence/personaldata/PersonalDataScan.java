package io.rakegate.evidence.personaldata;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Looks for personal data and secrets in texts of any length. Memory is constant, time grows with the length and is
 * bounded besides.
 *
 * <p>What it cannot see: what is encoded (Base64, compressed), what stands in pictures, names without a label, numbers
 * whose label stands on another line.
 */
public final class PersonalDataScan {

    private final Clock clock;
    private final Duration limit;

    /** @param limit how long the scan of one text may take */
    public PersonalDataScan(Clock clock, Duration limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /**
     * Scans a text to its end.
     *
     * @param text read in pieces of at most 64 K characters; the caller closes it
     * @throws ScanTookTooLong if it does not come to its end in time
     */
    public ScanReport scan(Reader text) throws IOException {
        Runnable stillInTime = timeLimit();
        TextScan scan = new TextScan(text, null);
        do {
            stillInTime.run();
        } while (scan.next());
        return scan.report();
    }

    /** Scans a short text, such as what is about to be sent to somebody. */
    public ScanReport scan(CharSequence text) {
        try {
            return scan(new StringReader(text.toString()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A short text with what is found replaced by {@code [redacted]}. */
    public String redact(CharSequence text) {
        StringBuilder copy = new StringBuilder();
        TextScan scan = new TextScan(new StringReader(text.toString()), copy);
        try {
            while (scan.next()) {
                // each step looks at one window
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return copy.toString();
    }

    /**
     * A text with what is found replaced by {@code [redacted]}, made while it is read.
     *
     * @param text closed with the stream
     * @param encoding how the copy is encoded
     */
    public InputStream redacted(Reader text, Charset encoding) {
        return new RedactedText(text, encoding, timeLimit());
    }

    private Runnable timeLimit() {
        Instant deadline = clock.instant().plus(limit);
        return () -> {
            if (clock.instant().isAfter(deadline)) {
                throw new ScanTookTooLong(limit);
            }
        };
    }
}
