package io.rakegate.audit.bundle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the report writes times: exactly, because it is read as proof. */
final class ReportWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** A moment, to the second; empty if there is none. */
    public String time(@Nullable Instant moment) {
        return moment == null ? "" : TIME.format(moment);
    }
}
