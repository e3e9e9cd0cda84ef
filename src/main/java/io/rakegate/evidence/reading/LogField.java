package io.rakegate.evidence.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form fields that lines of a log can say, each with how they say it. Every expression is bounded. */
enum LogField {
    ROWS_BEFORE(
            "rowsBefore",
            named("(?:rows?|records?|count|total)[ _]before|before[ _](?:rows?|records?|count)|before"),
            "\\bfound " + Numbers.ANY + " (?:rows|records)\\b"),
    ROWS_CHANGED(
            "rowsChanged",
            named("(?:rows?|records?)[ _](?:changed|updated|affected|deleted|inserted)|changed|updated|affected"),
            "\\b(?:updated|changed|deleted|inserted|migrated|backfilled) " + Numbers.ANY
                    + "(?: of [\\d,_]{1,15})? (?:rows|records)\\b",
            "\\b" + Numbers.ANY
                    + " (?:rows|records) (?:were |have been )?(?:updated|changed|deleted|inserted|migrated)\\b",
            "\\b" + Numbers.ANY + " of [\\d,_]{1,15} (?:rows |records )?(?:updated|changed)\\b",
            "^(?:UPDATE|DELETE|INSERT 0) " + Numbers.ANY + "\\s{0,4}$"),
    ROWS_AFTER(
            "rowsAfter",
            named("(?:rows?|records?|count|total)[ _]after|after[ _](?:rows?|records?|count)|after|remaining"),
            "\\b" + Numbers.ANY + " (?:rows |records )?(?:remain|remaining|left)\\b"),
    EXPECTED_REMAINDER("expectedRemainder", named("expected[ _](?:remainder|remaining|to[ _]remain)")),
    EXIT_STATUS(
            "exitStatus",
            "\\bexit(?:ed)?(?: with)?[ _]?(?:code|status)\\W{1,4}(\\d{1,3})(?![\\d.])",
            "\\bexited with (\\d{1,3})(?![\\d.])",
            "^(rake) aborted!"),
    COMMAND(
            "command",
            "((?:bundle exec )?rake ['\"]?[a-z0-9_]{1,60}(?::[a-z0-9_]{1,60}){1,5}(?:\\[[^\\]\\n]{0,200}])?['\"]?)"),
    STARTED_AT(
            "startedAt",
            "\\b(?:started|start|begin|began)(?:[ _]at|[ _]time)?\\\\?[\"']?\\s{0,2}[:=]?>?\\s{0,2}\\\\?[\"']?"
                    + LogTimes.TIME),
    ENDED_AT(
            "endedAt",
            "\\b(?:finished|ended|end|completed|done)(?:[ _]at|[ _]time)?\\\\?[\"']?\\s{0,2}[:=]?>?\\s{0,2}\\\\?[\"']?"
                    + LogTimes.TIME);

    /** How numbers are written. */
    private static final class Numbers {
        private static final String ANY = "(\\d{1,3}(?:[,_]\\d{3}){1,5}|\\d{1,15})(?![\\d.%]|,\\d)";
    }

    private final String formField;
    private final String expressions;
    private final Pattern pattern;

    LogField(String formField, String... expressions) {
        this.formField = formField;
        this.expressions = String.join("|", expressions);
        this.pattern = Pattern.compile(this.expressions, Pattern.CASE_INSENSITIVE);
    }

    String formField() {
        return formField;
    }

    /** Everything a line says about this field. */
    List<LogReading.Read> in(String line, long number) {
        List<LogReading.Read> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(line);
        while (matcher.find()) {
            LogReading.Read read = read(matcher, number);
            if (read != null) {
                found.add(read);
            }
        }
        return found;
    }

    private LogReading.@Nullable Read read(Matcher matcher, long number) {
        if (this == STARTED_AT || this == ENDED_AT) {
            return LogTimes.read(matcher, 1, number);
        }
        String value = firstGroup(matcher);
        String text = matcher.group().strip();
        if (this == EXIT_STATUS && value.equalsIgnoreCase("rake")) {
            return new LogReading.Read("1", number, text, "rake ends with 1 when it aborts");
        }
        return new LogReading.Read(this == COMMAND ? value : value.replaceAll("[,_]", ""), number, text, null);
    }

    private static String firstGroup(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        throw new IllegalStateException("Every alternative has a group.");
    }

    /** A name, a separator and a number, as text, Ruby or JSON write them. */
    private static String named(String names) {
        return "(?<![\\w.])(?:" + names + ")\\\\?[\"']?\\s{0,3}(?:=>|[:=])\\s{0,3}\\\\?[\"']?" + Numbers.ANY;
    }
}
