package io.rakegate.sandbox.slack;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a message was posted, which in Slack is also its identity within its channel.
 *
 * @param micros microseconds since 1970
 */
record MessageTime(long micros) {

    private static final long PER_SECOND = 1_000_000;
    private static final Pattern TS = Pattern.compile("\\d{1,12}(?:\\.\\d{1,6})?");
    private static final Pattern ANCHOR = Pattern.compile("p(\\d{7,18})");

    static MessageTime of(Instant instant) {
        return new MessageTime(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    /** Reads Slack's form, such as {@code 1772445600.000100}. */
    static Optional<MessageTime> parse(String ts) {
        return TS.matcher(ts).matches()
                ? Optional.of(
                        new MessageTime(new BigDecimal(ts).movePointRight(6).longValueExact()))
                : Optional.empty();
    }

    /** Reads the form in permalinks, such as {@code p1772445600000100}. */
    static Optional<MessageTime> parseAnchor(String anchor) {
        Matcher matcher = ANCHOR.matcher(anchor);
        return matcher.matches() ? Optional.of(new MessageTime(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    /** Slack's form. */
    String ts() {
        return String.format(Locale.ROOT, "%d.%06d", micros / PER_SECOND, micros % PER_SECOND);
    }

    /** The form in permalinks. */
    String anchor() {
        return "p" + micros;
    }

    Instant instant() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
