package io.rakegate.evidence.reading;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a log says of the run it shows, by the name of the form field it belongs into. Nothing here is taken over before
 * a person has confirmed it.
 *
 * @param fields what could be read without doubt
 * @param unclear fields for which the log says several things, each with its line
 */
public record LogReading(Map<String, Read> fields, Map<String, List<Read>> unclear) {

    public LogReading {
        fields = Map.copyOf(fields);
        unclear = Map.copyOf(unclear);
    }

    /**
     * One value and where it was read.
     *
     * @param value as the form field takes it: digits only, times with their zone
     * @param line the line it was read from, from 1
     * @param text that line's part, as the log has it
     * @param note what was concluded rather than read, null if nothing
     */
    public record Read(
            String value, long line, String text, @Nullable String note) {}
}
