package io.rakegate.evidence;

import static io.rakegate.evidence.EvidenceRefused.unprocessable;

import io.rakegate.evidence.reading.DeploymentTag;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What the typed fields and the log have to agree on before evidence is taken. */
final class EvidenceRules {

    /** Clocks of the machines that run tasks are not exactly ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private EvidenceRules() {}

    /** @throws EvidenceRefused if the change takes no evidence, or none from the acting person */
    static void mayUpload(EvidenceDesk.Desk desk) {
        if (!desk.open()) {
            throw new EvidenceRefused(
                    HttpStatus.CONFLICT,
                    null,
                    desk.refusal() == null ? "The change has ended and takes no more evidence." : desk.refusal());
        }
        if (!desk.mayUpload()) {
            throw new EvidenceRefused(
                    HttpStatus.FORBIDDEN,
                    null,
                    desk.refusal() == null ? "You may not add evidence here at this step." : desk.refusal());
        }
    }

    /** @throws EvidenceRefused naming the field that does not fit the change, the clock or the other fields */
    static void fit(EvidenceFields fields, EvidenceDesk.Desk desk, Instant now) {
        if (fields.sha() != null && !fields.sha().equals(desk.headSha())) {
            throw new EvidenceRefused(HttpStatus.CONFLICT, "sha", """
                    This evidence is for commit %s, and the change stands at %s. \
                    Run the task at that commit and upload what it prints.""".formatted(fields.sha(), desk.headSha()));
        }
        times(fields.startedAt(), fields.endedAt(), desk.headCommittedAt(), now);
        if (fields.rowsChanged() != null
                && fields.rowsChanged() == 0
                && fields.zeroRowsReason().isEmpty()) {
            throw unprocessable("zeroRowsReason", """
                    The run changed no rows. Say why that is right, for example that an earlier run had changed \
                    them all, or run it where there are rows to change.""");
        }
        notTemplate("command", fields.command());
        notTemplate("summary", fields.summary());
        notTemplate("logPointer", fields.logPointer());
        notTemplate("remainderReason", fields.remainderReason());
        notTemplate("falseAlarmReason", fields.falseAlarmReason());
        notTemplate("zeroRowsReason", fields.zeroRowsReason());
    }

    /** @throws EvidenceRefused if a log's deployment tag names another environment than the one it is given for */
    static void madeIn(EvidenceEnvironment environment, EvidenceFile file) throws IOException {
        if (!file.type().isText()) {
            return;
        }
        try (Reader log = file.text()) {
            for (DeploymentTag tag : DeploymentTag.allIn(log)) {
                if (!names(environment).contains(tag.environment())) {
                    throw unprocessable(
                            "environment",
                            "Line %d of the log says %s, so it was not made in %s. Upload the log of a run in %s, or add it where it belongs."
                                    .formatted(tag.line(), tag.text(), placeOf(environment), placeOf(environment)));
                }
            }
        }
    }

    private static void times(
            @Nullable Instant startedAt, @Nullable Instant endedAt, @Nullable Instant headCommittedAt, Instant now) {
        Instant latest = now.plus(CLOCKS_DIFFER);
        if (startedAt != null && startedAt.isAfter(latest)) {
            throw unprocessable("startedAt", "This time is in the future. Enter when the run started, with its zone.");
        }
        if (endedAt != null && endedAt.isAfter(latest)) {
            throw unprocessable("endedAt", "This time is in the future. Enter when the run ended, with its zone.");
        }
        if (startedAt != null && endedAt != null && startedAt.isAfter(endedAt)) {
            throw unprocessable("startedAt", "The run starts after it ends. Check both times and their zones.");
        }
        Instant ran = startedAt == null ? endedAt : startedAt;
        if (ran != null && headCommittedAt != null && ran.isBefore(headCommittedAt.minus(CLOCKS_DIFFER))) {
            throw unprocessable(
                    startedAt == null ? "endedAt" : "startedAt",
                    "The run is older than the commit it is for, which was made at %s. Run the task at that commit."
                            .formatted(headCommittedAt));
        }
    }

    private static void notTemplate(String field, String text) {
        if (TemplateText.is(text)) {
            throw unprocessable(
                    field,
                    "This is what a template says, not an answer. Say it in your own words, or leave out the field if it is optional.");
        }
    }

    private static Set<String> names(EvidenceEnvironment environment) {
        return Set.of(placeOf(environment));
    }

    /** A back-out undoes what was done in production, so it runs there. */
    private static String placeOf(EvidenceEnvironment environment) {
        return environment == EvidenceEnvironment.BACKOUT ? EvidenceEnvironment.PRODUCTION.slug() : environment.slug();
    }
}
