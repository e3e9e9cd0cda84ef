package io.rakegate.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Steps 3, 4, 6, 8 and 9: takes a file with its typed fields, or refuses it with the reason. */
@Component
class EvidenceUpload {

    private final EvidenceScan scan;
    private final JdbcEvidenceRecords records;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EvidenceUpload(EvidenceScan scan, JdbcEvidenceRecords records, ApplicationEventPublisher events, Clock clock) {
        this.scan = scan;
        this.records = records;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records evidence.
     *
     * @param desk the change, which takes evidence from this person
     * @param uploadedBy user id from the login
     * @throws EvidenceRefused if anything about it is wrong; nothing is stored
     */
    Evidence record(
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
        Source source = new Source(UUID.randomUUID(), desk, environment, uploadedBy, now, fields, file);
        try (InputStream bytes = admitted.content().open()) {
            return records.store(source.id(), bytes, passed -> {
                Evidence evidence = source.evidence(passed, admitted.result());
                events.publishEvent(new EvidenceRecorded(evidence));
                return evidence;
            });
        }
    }

    /** Everything about a record but what only its bytes tell. */
    private record Source(
            UUID id,
            EvidenceDesk.Desk desk,
            EvidenceEnvironment environment,
            String uploadedBy,
            Instant uploadedAt,
            EvidenceFields fields,
            EvidenceFile file) {

        Evidence evidence(JdbcEvidenceRecords.Passed passed, Evidence.ScanResult scan) {
            return new Evidence(
                    id,
                    desk.change(),
                    environment,
                    desk.headSha(),
                    fields.command(),
                    uploadedBy,
                    uploadedAt,
                    fields.startedAt(),
                    fields.endedAt(),
                    fields.exitStatus(),
                    fields.rowsBefore(),
                    fields.rowsChanged(),
                    fields.rowsAfter(),
                    fields.expectedRemainder(),
                    fields.remainderReason(),
                    fields.zeroRowsReason(),
                    fields.logPointer(),
                    fields.summary(),
                    file.name(),
                    file.type().mediaType(),
                    passed.size(),
                    passed.sha256(),
                    scan);
        }
    }
}
