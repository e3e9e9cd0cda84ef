package io.rakegate.evidence;

import static io.rakegate.evidence.EvidenceRefused.unprocessable;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the upload's form fields, and refuses what it cannot read rather than dropping it. */
class EvidenceForm {

    private static final int LONGEST_TEXT = 50_000;
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}");
    private static final Set<String> NAMES = Set.of(
            "sha",
            "command",
            "startedAt",
            "endedAt",
            "exitStatus",
            "rowsBefore",
            "rowsChanged",
            "rowsAfter",
            "expectedRemainder",
            "remainderReason",
            "zeroRowsReason",
            "logPointer",
            "summary",
            "falseAlarmReason",
            "declaration",
            "useRedacted");
    private static final String CSRF = "_csrf";

    private final Map<String, String[]> fields;

    private EvidenceForm(Map<String, String[]> fields) {
        this.fields = fields;
    }

    /**
     * Reads the fields of a form by name.
     *
     * @throws EvidenceRefused naming the first field that cannot be taken
     */
    static EvidenceFields read(Map<String, String[]> fields) {
        EvidenceForm form = new EvidenceForm(fields);
        form.refuseUnknown();
        return new EvidenceFields(
                form.sha(),
                form.required(
                        "command", "Enter the command that ran, as typed, such as bundle exec rake prod:my_task."),
                form.instant("startedAt"),
                form.instant("endedAt"),
                form.exitStatus(),
                form.count("rowsBefore"),
                form.count("rowsChanged"),
                form.count("rowsAfter"),
                form.count("expectedRemainder"),
                form.text("remainderReason"),
                form.text("zeroRowsReason"),
                form.text("logPointer"),
                form.required("summary", "Say in a sentence what the file shows."),
                form.text("falseAlarmReason"),
                form.flag("declaration"),
                form.flag("useRedacted"));
    }

    private void refuseUnknown() {
        for (String name : new TreeSet<>(fields.keySet())) {
            if (!NAMES.contains(name) && !CSRF.equals(name)) {
                throw unprocessable(
                        name.length() <= 100 ? name : name.substring(0, 100),
                        "There is no field of that name. The fields are file, "
                                + String.join(", ", new TreeSet<>(NAMES)) + ".");
            }
        }
    }

    private String text(String name) {
        String[] values = fields.get(name);
        if (values == null || values.length == 0) {
            return "";
        }
        if (values.length > 1) {
            throw unprocessable(name, "This field was sent " + values.length + " times. Send it once.");
        }
        String text = values[0].strip();
        if (text.length() > LONGEST_TEXT) {
            throw unprocessable(
                    name,
                    "This text has %,d characters; %,d fit. Shorten it, and put the rest into the file."
                            .formatted(text.length(), LONGEST_TEXT));
        }
        if (text.indexOf('\0') >= 0) {
            throw unprocessable(name, "This text contains a null character, which cannot be stored. Remove it.");
        }
        return text;
    }

    private String required(String name, String whatToDo) {
        String text = text(name);
        if (text.isEmpty()) {
            throw unprocessable(name, "This field is empty. " + whatToDo);
        }
        return text;
    }

    private @Nullable String sha() {
        String sha = text("sha").toLowerCase(Locale.ROOT);
        if (sha.isEmpty()) {
            return null;
        }
        if (!SHA.matcher(sha).matches()) {
            throw unprocessable("sha", """
                    This is not the full SHA of a commit: it has 40 digits from 0-9 and a-f. \
                    Copy it whole, or leave the field empty to take the change's current commit.""");
        }
        return sha;
    }

    private @Nullable Instant instant(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException otherForm) {
            throw unprocessable(
                    name,
                    "This is not a time with its zone. Write it like 2026-03-01T14:05:00Z or 2026-03-01T09:05:00-05:00.");
        }
    }

    private @Nullable Integer exitStatus() {
        Long status = count("exitStatus");
        if (status == null) {
            return null;
        }
        if (status > 255) {
            throw unprocessable("exitStatus", "An exit status is a number from 0 to 255. Enter what echo $? printed.");
        }
        return status.intValue();
    }

    private @Nullable Long count(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw unprocessable(
                    name, "This is not a whole number from 0. Enter digits only, without separators, such as 2782578.");
        }
        return Long.parseLong(text);
    }

    private boolean flag(String name) {
        return switch (text(name).toLowerCase(Locale.ROOT)) {
            case "true", "on" -> true;
            case "", "false", "off" -> false;
            default -> throw unprocessable(name, "This is neither true nor false. Send true or false.");
        };
    }
}
