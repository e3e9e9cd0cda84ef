package io.rakegate.evidence.reading;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as logs write them. */
final class LogTimes {

    /** A time with or without its zone; groups: date, time, zone. */
    static final String TIME =
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?)(?: ?(Z|UTC|[+-]\\d{2}:?\\d{2}))?";

    private static final Pattern STAMP = Pattern.compile(
            "^(?:[DIWEF], )?\\[?" + TIME + "|\"(?:timestamp|time|@timestamp)\"\\s{0,2}:\\s{0,2}\"" + TIME);
    private static final Pattern REAL =
            Pattern.compile("^real\\s{1,8}(?:(\\d{1,6})m\\s{0,2})?(\\d{1,6})[.,](\\d{1,3})s?\\s{0,8}$");

    private LogTimes() {}

    /** The time a line was written, by its beginning or its JSON; null if it says none. */
    static LogReading.@Nullable Read stampOf(String line, long number) {
        Matcher matcher = STAMP.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        return matcher.group(1) != null ? read(matcher, 1, number) : read(matcher, 4, number);
    }

    /** The time in three groups of a match, null if there is no such day or hour. */
    static LogReading.@Nullable Read read(Matcher matcher, int group, long number) {
        String zone = matcher.group(group + 2);
        String local = matcher.group(group) + "T" + matcher.group(group + 1).replace(',', '.');
        try {
            Instant instant = zone == null
                    ? LocalDateTime.parse(local).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(local + offset(zone)).toInstant();
            String note = zone == null ? "the log names no zone, taken as UTC" : null;
            return new LogReading.Read(
                    instant.toString(), number, matcher.group().strip(), note);
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    /** How long the command took, where the line is the first of what {@code time} prints; null if it is not. */
    static @Nullable Duration realOf(String line) {
        Matcher matcher = REAL.matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        long minutes = matcher.group(1) == null ? 0 : Long.parseLong(matcher.group(1));
        String millis = (matcher.group(3) + "00").substring(0, 3);
        return Duration.ofMinutes(minutes)
                .plusSeconds(Long.parseLong(matcher.group(2)))
                .plusMillis(Long.parseLong(millis));
    }

    private static String offset(String zone) {
        if (zone.equals("Z") || zone.equals("UTC")) {
            return "Z";
        }
        return zone.indexOf(':') > 0 ? zone : zone.substring(0, 3) + ":" + zone.substring(3);
    }
}
