package io.rakegate.audit.web;

import java.time.Duration;

/** How the pages write a span of time: in its largest unit. */
final class Spans {

    private Spans() {}

    static String inWords(Duration span) {
        if (span.toDays() > 0) {
            return counted(span.toDays(), "day");
        }
        return span.toHours() > 0 ? counted(span.toHours(), "hour") : counted(span.toMinutes(), "minute");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
