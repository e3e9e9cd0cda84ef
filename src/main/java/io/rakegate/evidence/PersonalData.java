package io.rakegate.evidence;

import io.rakegate.evidence.personaldata.Hit;
import io.rakegate.evidence.personaldata.PersonalDataScan;
import io.rakegate.evidence.personaldata.ScanReport;
import io.rakegate.evidence.personaldata.ScanTookTooLong;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The scan for personal data, for everybody who stores text or sends it somewhere. What goes to GitHub or Slack is
 * scanned, or redacted, before it goes.
 *
 * <p>An exception means that nothing is known about the text: treat it as if something had been found.
 */
public class PersonalData {

    private final PersonalDataScan scan;

    /** @param limit how long the scan of one text may take */
    public PersonalData(Clock clock, Duration limit) {
        this.scan = new PersonalDataScan(clock, limit);
    }

    /**
     * Looks for personal data and secrets in a text.
     *
     * @return the first hundred places in their order, empty if nothing was found
     * @throws ScanTookTooLong if the scan does not come to its end within {@code rakegate.evidence.scan-time-limit}
     */
    public List<PersonalDataHit> scan(CharSequence text) {
        return hits(scan.scan(text));
    }

    /** The text with what is found replaced by {@code [redacted]}; everything else stays as it is. */
    public String redact(CharSequence text) {
        return scan.redact(text);
    }

    /** What a text of any length holds, read in small pieces. The caller closes it. */
    Found scan(Reader text) throws IOException {
        ScanReport report = scan.scan(text);
        return new Found(hits(report), report.count());
    }

    /** A text of any length with what is found masked, made while it is read. Closes the text with itself. */
    InputStream redacted(Reader text, Charset encoding) {
        return scan.redacted(text, encoding);
    }

    /**
     * What a scan found.
     *
     * @param hits the first hundred
     * @param count how many there are in all
     */
    record Found(List<PersonalDataHit> hits, long count) {}

    private static List<PersonalDataHit> hits(ScanReport report) {
        return report.hits().stream().map(PersonalData::hit).toList();
    }

    private static PersonalDataHit hit(Hit hit) {
        return new PersonalDataHit(hit.kind().inWords(), hit.line(), hit.column(), hit.masked());
    }
}
