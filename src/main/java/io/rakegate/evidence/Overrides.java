package io.rakegate.evidence;

import static io.rakegate.evidence.EvidenceRefused.unprocessable;

import io.rakegate.pullrequest.PullRequestRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** An approver accepts or refuses what an uploader calls a false alarm: who, when and why is kept for ever. */
@Component
class Overrides {

    private final OverrideDesk desks;
    private final JdbcQuarantines quarantines;
    private final JdbcEvidenceRecords records;
    private final PersonalData personalData;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    Overrides(
            OverrideDesk desks,
            JdbcQuarantines quarantines,
            JdbcEvidenceRecords records,
            PersonalData personalData,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Clock clock) {
        this.desks = desks;
        this.quarantines = quarantines;
        this.records = records;
        this.personalData = personalData;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Decides about a file that waits.
     *
     * @param person user id of who decides, from the login
     * @throws EvidenceRefused if the person may not, if it was decided before, or if no reason is given; nothing changes
     */
    Quarantined decide(PullRequestRef change, UUID id, boolean accept, String reason, String person) {
        Quarantined decided = transactions.execute(status -> {
            quarantines.lock(id);
            Quarantined file = waiting(change, id);
            OverrideDesk.Desk desk = desk(change);
            requireSomebodyElse(file, person);
            require(desk, file, accept);
            requireReason(reason);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            @Nullable UUID evidence = accept ? store(file).id() : null;
            quarantines.decide(id, new Quarantined.Decision(accept, person, now, reason.strip(), evidence));
            Quarantined after = find(change, id);
            desks.decided(after);
            return after;
        });
        if (decided == null) {
            throw new IllegalStateException("The transaction that decides about " + id + " gave nothing back.");
        }
        return decided;
    }

    /**
     * The bytes of a file that waits, for who uploaded it and who may decide; nobody else sees them.
     *
     * @throws EvidenceRefused if the person is neither, or they are gone
     */
    InputStream open(PullRequestRef change, UUID id, String person) {
        return quarantines.open(seen(change, id, person));
    }

    /**
     * What was typed with a file that waits, word for word, for the same people.
     *
     * @throws EvidenceRefused if the person is neither, or it is gone
     */
    Typed typed(PullRequestRef change, UUID id, String person) {
        return quarantines.typed(seen(change, id, person));
    }

    private Quarantined seen(PullRequestRef change, UUID id, String person) {
        Quarantined file = find(change, id);
        OverrideDesk.Desk desk = desk(change);
        if (!file.uploadedBy().equals(person) && desk.refusal() != null) {
            throw new EvidenceRefused(HttpStatus.FORBIDDEN, null, desk.refusal());
        }
        requireBytes(file);
        return file;
    }

    /** @throws EvidenceRefused if the change has no such file */
    Quarantined find(PullRequestRef change, UUID id) {
        return quarantines
                .find(id)
                .filter(file -> file.change().isSameAs(change))
                .orElseThrow(() ->
                        new EvidenceRefused(HttpStatus.NOT_FOUND, null, "This change has no such file in quarantine."));
    }

    private Quarantined waiting(PullRequestRef change, UUID id) {
        Quarantined file = find(change, id);
        Quarantined.Decision before = file.decision();
        if (before != null) {
            throw new EvidenceRefused(
                    HttpStatus.CONFLICT,
                    null,
                    "%s has decided about this file already: it was %s."
                            .formatted(before.by(), before.accepted() ? "accepted" : "refused"));
        }
        return file;
    }

    private OverrideDesk.Desk desk(PullRequestRef change) {
        OverrideDesk.Desk desk = desks.find(change);
        if (desk == null) {
            throw new EvidenceRefused(HttpStatus.NOT_FOUND, null, "There is no such change that you may see.");
        }
        return desk;
    }

    private void require(OverrideDesk.Desk desk, Quarantined file, boolean accept) {
        if (desk.refusal() != null) {
            throw new EvidenceRefused(HttpStatus.FORBIDDEN, null, desk.refusal());
        }
        if (!desk.open()) {
            throw new EvidenceRefused(HttpStatus.CONFLICT, null, "The change has ended and takes no more evidence.");
        }
        if (accept && !desk.headSha().equals(file.headSha())) {
            throw new EvidenceRefused(HttpStatus.CONFLICT, null, """
                    The file is for commit %s, and the change stands at %s by now. Refuse it; its uploader runs the task \
                    at that commit.""".formatted(file.headSha(), desk.headSha()));
        }
        if (accept) {
            requireBytes(file);
        }
    }

    private static void requireSomebodyElse(Quarantined file, String person) {
        if (file.uploadedBy().equals(person)) {
            throw new EvidenceRefused(
                    HttpStatus.FORBIDDEN, null, "You uploaded this file, so somebody else decides about it.");
        }
    }

    private void requireBytes(Quarantined file) {
        if (!quarantines.hasBytes(file.id())) {
            throw new EvidenceRefused(
                    HttpStatus.GONE, null, "The file is no longer kept. Its uploader has to upload it again.");
        }
    }

    private void requireReason(String reason) {
        if (reason.isBlank() || TemplateText.is(reason.strip())) {
            throw unprocessable("reason", "Say why: it is kept with the change, and whoever asks later reads it.");
        }
        if (!personalData.scan(reason).isEmpty()) {
            throw unprocessable(
                    "reason", "This text holds personal data or a secret, and it is kept for ever. Take it out.");
        }
    }

    private Evidence store(Quarantined file) {
        Typed typed = quarantines.typed(file);
        Arrival arrival = new Arrival(
                UUID.randomUUID(),
                file.change(),
                file.environment(),
                file.headSha(),
                file.uploadedBy(),
                file.uploadedAt(),
                typed.fileName(),
                file.contentType());
        try (InputStream bytes = quarantines.open(file)) {
            Evidence evidence = records.store(arrival.id(), bytes, passed -> {
                if (!passed.sha256().equals(file.sha256())) {
                    throw new IllegalStateException("The bytes in quarantine " + file.id() + " have SHA-256 "
                            + passed.sha256() + ", recorded was " + file.sha256() + ".");
                }
                return arrival.evidence(typed.fields(), passed, Evidence.ScanResult.OVERRIDDEN);
            });
            events.publishEvent(new EvidenceRecorded(evidence));
            return evidence;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
