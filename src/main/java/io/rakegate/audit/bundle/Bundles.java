package io.rakegate.audit.bundle;

import io.rakegate.audit.AuditEvent;
import io.rakegate.audit.AuditTrail;
import io.rakegate.audit.Dossier;
import io.rakegate.audit.Dossiers;
import io.rakegate.audit.LinkHash;
import io.rakegate.audit.signing.Envelope;
import io.rakegate.audit.signing.PublishedKey;
import io.rakegate.audit.signing.SigningKeys;
import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.EvidenceRecords;
import io.rakegate.process.Change;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the audit bundle of a change: reads what is small at once, and leaves the rest to stream. */
@Component
public class Bundles {

    private final AuditTrail trail;
    private final Dossiers dossiers;
    private final EvidenceRecords evidence;
    private final EventParts eventParts;
    private final EvidenceParts evidenceParts;
    private final Diagrams diagrams;
    private final Report report;
    private final SigningKeys keys;
    private final Envelope envelope;

    Bundles(
            AuditTrail trail,
            Dossiers dossiers,
            EvidenceRecords evidence,
            EventParts eventParts,
            EvidenceParts evidenceParts,
            Diagrams diagrams,
            Report report,
            SigningKeys keys,
            Envelope envelope) {
        this.trail = trail;
        this.dossiers = dossiers;
        this.evidence = evidence;
        this.eventParts = eventParts;
        this.evidenceParts = evidenceParts;
        this.diagrams = diagrams;
        this.report = report;
        this.keys = keys;
        this.envelope = envelope;
    }

    /** The bundle of a change that the caller may see, as of its last event. */
    public Bundle of(Change change) {
        // the events first: evidence that is in the chain is then surely among what is read after it
        AuditEvent last = trail.last(change).orElse(new AuditEvent(0, "", LinkHash.START));
        Dossier dossier = dossiers.of(change);
        List<Evidence> uploaded = uploaded(change);
        Instant asOf = trail.timeOf(last).orElse(change.startedAt());
        var about = new Statement.Subjects(about(change, dossier, asOf), EvidenceParts.files(uploaded), 0);
        return new Bundle(
                new Bundle.Contents(
                        change, last, uploaded, about, html(dossier, about, last), diagrams.of(change), asOf),
                new Bundle.Makers(eventParts, evidenceParts, report, keys, envelope));
    }

    /** What came after the end belongs to a later change of the same pull request. */
    private List<Evidence> uploaded(Change change) {
        Instant end = change.endedAt();
        return evidence.of(change.ref()).stream()
                .filter(one -> end == null || !one.uploadedAt().isAfter(end))
                .toList();
    }

    private static Statement.AboutChange about(Change change, Dossier dossier, Instant asOf) {
        return new Statement.AboutChange(
                asOf,
                change.endedAt(),
                change.processInstanceId(),
                change.ref().key(),
                change.startedAt(),
                dossier.state().name());
    }

    private String html(Dossier dossier, Statement.Subjects about, AuditEvent last) {
        PublishedKey key = keys.current();
        Map<String, String> files = new LinkedHashMap<>();
        about.evidence().forEach(one -> files.put(one.id(), one.file()));
        return report.html(Map.of(
                "dossier", dossier,
                "about", about.change(),
                "evidence",
                        dossier.evidence().stream()
                                .filter(line ->
                                        files.containsKey(line.evidence().id().toString()))
                                .toList(),
                "files", files,
                "events", last.sequence(),
                "head", last.hash(),
                "key", key));
    }
}
