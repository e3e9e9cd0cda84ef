package io.rakegate.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Steps 3, 4, 6, 8 and 9: takes a file with its typed fields, or refuses it with the reason. */
@Component
class EvidenceUpload {

    private final EvidenceDesk desks;
    private final EvidenceScan scan;
    private final JdbcEvidenceRecords records;
    private final JdbcQuarantines quarantines;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EvidenceUpload(
            EvidenceDesk desks,
            EvidenceScan scan,
            JdbcEvidenceRecords records,
            JdbcQuarantines quarantines,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.desks = desks;
        this.scan = scan;
        this.records = records;
        this.quarantines = quarantines;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records evidence, or keeps it apart for an approver if the scan found what its uploader calls a false alarm.
     *
     * @param desk the change, which takes evidence from this person
     * @param uploadedBy user id from the login
     * @throws EvidenceRefused if anything about it is wrong; nothing is stored
     */
    Taken record(
            EvidenceDesk.Desk desk,
            EvidenceEnvironment environment,
            String uploadedBy,
            EvidenceFields fields,
            EvidenceFile file)
            throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EvidenceRules.fit(fields, desk, now);
        EvidenceRules.madeIn(environment, file);
        EvidenceScan.Admitted admitted = scan.admit(fields, file);
        boolean waits = admitted.result() == Evidence.ScanResult.OVERRIDDEN;
        Typed typed = new Typed(fields, file.name());
        Typed shown = waits ? scan.masked(typed) : typed;
        Arrival arrival = new Arrival(
                UUID.randomUUID(),
                desk.change(),
                environment,
                desk.headSha(),
                uploadedBy,
                now,
                shown.fileName(),
                file.type().mediaType());
        try (InputStream bytes = admitted.content().open()) {
            return waits
                    ? new Taken(null, keptApart(arrival, typed, shown, admitted.found(), bytes))
                    : new Taken(stored(arrival, fields, admitted.result(), bytes), null);
        }
    }

    private Quarantined keptApart(
            Arrival arrival, Typed typed, Typed shown, PersonalData.Found found, InputStream bytes) {
        return Objects.requireNonNull(transactions.execute(status -> {
            requireAuthor(arrival);
            return quarantines.keep(arrival, typed, shown, found, bytes);
        }));
    }

    /** Where the change says so, whoever uploads becomes an author, or nothing is stored. */
    private void requireAuthor(Arrival arrival) {
        String refusal = desks.uploading(arrival.change(), arrival.environment());
        if (refusal != null) {
            throw new EvidenceRefused(HttpStatus.FORBIDDEN, null, refusal);
        }
    }

    private Evidence stored(Arrival arrival, EvidenceFields fields, Evidence.ScanResult scan, InputStream bytes) {
        return records.store(arrival.id(), bytes, passed -> {
            requireAuthor(arrival);
            Evidence evidence = arrival.evidence(fields, passed, scan);
            events.publishEvent(new EvidenceRecorded(evidence));
            return evidence;
        });
    }

    /**
     * What became of an upload: one of both.
     *
     * @param evidence the record, null if the file waits for an approver
     * @param waiting the file that waits, null if it was recorded
     */
    record Taken(@Nullable Evidence evidence, @Nullable Quarantined waiting) {}
}
