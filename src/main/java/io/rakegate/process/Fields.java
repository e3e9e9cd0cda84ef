package io.rakegate.process;

import io.rakegate.process.catalogue.Variable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Reads what a person entered in a form, with a sentence for each way in which it can be wrong. */
public final class Fields {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private Fields() {}

    /**
     * Text that has to be there.
     *
     * @param what what to ask for: "Say …"
     * @throws InputRefused if it is blank
     */
    public static String required(VariableScope scope, Variable<String> variable, String what) {
        return variable.find(scope)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new InputRefused(variable.name(), what));
    }

    /**
     * A moment that has to be there, as ISO 8601; a time without an offset is UTC.
     *
     * @throws InputRefused if it is blank or no such text
     */
    public static Instant moment(VariableScope scope, Variable<String> variable, String what) {
        String text = required(scope, variable, what);
        try {
            boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
            return zoned
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException unreadable) {
            throw new InputRefused(
                    variable.name(), "\"" + text + "\" is no time. Write it like 2026-01-31T14:00Z or choose it.");
        }
    }

    /** A moment as people read it, whatever zone it was entered in: in UTC, to the minute. */
    public static String minute(VariableScope scope, Variable<String> variable) {
        return minute(moment(scope, variable, "There is no " + variable.name() + "."));
    }

    /** A moment as people read it: in UTC, to the minute. */
    public static String minute(Instant moment) {
        return MINUTE.format(moment);
    }
}
