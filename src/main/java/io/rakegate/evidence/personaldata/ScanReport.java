package io.rakegate.evidence.personaldata;

import java.util.List;

/**
 * What a scan to the end of a text found.
 *
 * @param hits the first of them in order of their place, at most {@link #MOST_HITS}
 * @param count how many there are in all
 */
public record ScanReport(List<Hit> hits, long count) {

    /** How many hits are told one by one. */
    public static final int MOST_HITS = 100;

    public ScanReport {
        hits = List.copyOf(hits);
    }

    /** Whether nothing was found. */
    public boolean isClean() {
        return count == 0;
    }
}
