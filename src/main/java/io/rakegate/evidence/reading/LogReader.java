package io.rakegate.evidence.reading;

import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the typed fields of evidence out of a log: rake output, JSON logs, lines of Rails' logger, psql, and what {@code
 * time} prints. What a log says twice and differently is given back as unclear, never chosen from.
 */
public final class LogReader {

    private static final int MOST_CANDIDATES = 20;

    private final Map<String, Map<String, LogReading.Read>> candidates = new TreeMap<>();
    private LogReading.@Nullable Read firstTime;
    private LogReading.@Nullable Read lastTime;
    private @Nullable Duration real;
    private long realLine;

    private LogReader() {}

    /**
     * Reads a log to its end, line by line.
     *
     * @param log the caller closes it
     */
    public static LogReading read(Reader log) throws IOException {
        LogReader reader = new LogReader();
        LogLines lines = new LogLines(log);
        for (String line; (line = lines.next()) != null; ) {
            reader.line(line, lines.number());
        }
        return reader.reading();
    }

    private void line(String line, long number) {
        for (LogField field : LogField.values()) {
            field.in(line, number).forEach(read -> add(field.formField(), read));
        }
        for (DeploymentTag tag : DeploymentTag.in(line, number)) {
            add("environment", new LogReading.Read(tag.environment(), number, tag.text(), null));
        }
        LogReading.Read time = LogTimes.stampOf(line, number);
        if (time != null) {
            firstTime = firstTime == null ? time : firstTime;
            lastTime = time;
        }
        Duration took = LogTimes.realOf(line);
        if (took != null) {
            real = took;
            realLine = number;
        }
    }

    private void add(String field, LogReading.Read read) {
        Map<String, LogReading.Read> values = candidates.computeIfAbsent(field, any -> new LinkedHashMap<>());
        if (values.size() < MOST_CANDIDATES) {
            values.putIfAbsent(read.value(), read);
        }
    }

    private LogReading reading() {
        Map<String, LogReading.Read> fields = new TreeMap<>();
        Map<String, List<LogReading.Read>> unclear = new TreeMap<>();
        candidates.forEach((field, values) -> {
            if (values.size() == 1) {
                fields.put(field, values.values().iterator().next());
            } else {
                unclear.put(field, new ArrayList<>(values.values()));
            }
        });
        times(fields, unclear);
        return new LogReading(fields, unclear);
    }

    /** Where the log does not say when the run started and ended, the times of its lines do. */
    private void times(Map<String, LogReading.Read> fields, Map<String, List<LogReading.Read>> unclear) {
        if (!fields.containsKey("startedAt") && !unclear.containsKey("startedAt") && firstTime != null) {
            fields.put("startedAt", concluded(firstTime, "the first time in the log"));
        }
        if (fields.containsKey("endedAt") || unclear.containsKey("endedAt")) {
            return;
        }
        LogReading.Read started = fields.get("startedAt");
        if (lastTime != null && !lastTime.equals(firstTime)) {
            fields.put("endedAt", concluded(lastTime, "the last time in the log"));
        } else if (started != null && real != null) {
            String ended = Instant.parse(started.value()).plus(real).toString();
            fields.put(
                    "endedAt", new LogReading.Read(ended, realLine, "real " + real, "the start and what time printed"));
        }
    }

    private static LogReading.Read concluded(LogReading.Read time, String how) {
        String note = time.note() == null ? how : how + "; " + time.note();
        return new LogReading.Read(time.value(), time.line(), time.text(), note);
    }
}
