package io.rakegate.audit.bundle;

import io.rakegate.audit.AuditEvent;
import io.rakegate.audit.CanonicalJson;
import io.rakegate.audit.signing.Envelope;
import io.rakegate.audit.signing.SigningKeys;
import io.rakegate.evidence.Evidence;
import io.rakegate.process.Change;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The audit bundle of one change, to be written. The same change in the same state is always the same bytes. */
public final class Bundle {

    private static final String PROGRAM = "Verify.java";
    private static final String README = "README.txt";

    private final Contents contents;
    private final Makers makers;

    Bundle(Contents contents, Makers makers) {
        this.contents = contents;
        this.makers = makers;
    }

    /** What goes into it. */
    record Contents(
            Change change,
            AuditEvent last,
            List<Evidence> evidence,
            Statement.Subjects about,
            String html,
            Map<String, byte[]> diagrams,
            Instant asOf) {}

    /** Who writes the parts. */
    record Makers(EventParts events, EvidenceParts evidence, Report report, SigningKeys keys, Envelope envelope) {}

    /**
     * What a bundle came to.
     *
     * @param events how many events it has
     * @param files how many files it has
     * @param recordHead end of the chain over events, evidence and diagrams: what is published on the pull request
     * @param keyId which key signed it
     */
    public record Sealed(long events, int files, String recordHead, String keyId) {}

    /** A name for the file, such as {@code acme-vets-api-7-audit.zip}. */
    public String fileName() {
        var ref = contents.change().ref();
        return ref.owner() + "-" + ref.repository() + "-" + ref.number() + "-audit.zip";
    }

    /**
     * Writes it as a zip.
     *
     * @param out where it goes; the caller closes it
     * @throws IOException if a part cannot be read or written; what was written until then is no zip
     */
    public Sealed writeTo(OutputStream out) throws IOException {
        AuditEvent last = contents.last();
        BundleZip zip = new BundleZip(out, last.hash());
        zip.add(EventParts.EVENTS, to -> makers.events().writeEvents(contents.change(), last.sequence(), to));
        zip.add(EventParts.HASHES, to -> makers.events().writeHashes(contents.change(), last.sequence(), to));
        addEvidence(zip);
        for (Map.Entry<String, byte[]> diagram : contents.diagrams().entrySet()) {
            zip.add(diagram.getKey(), to -> to.write(diagram.getValue()));
        }
        Statement.Subjects about = contents.about().withRecordFiles(zip.files().size());
        addReport(zip);
        zip.add(README, resource(README));
        zip.add(PROGRAM, resource(PROGRAM));
        byte[] key = makers.keys().current().publicKey().getBytes(StandardCharsets.UTF_8);
        zip.add("public-key.pem", to -> to.write(key));
        return seal(zip, about);
    }

    private void addReport(BundleZip zip) throws IOException {
        byte[] pdf = makers.report().pdf(contents.html(), contents.asOf());
        zip.add("report.html", to -> to.write(contents.html().getBytes(StandardCharsets.UTF_8)));
        zip.add("report.pdf", to -> to.write(pdf));
    }

    private void addEvidence(BundleZip zip) throws IOException {
        zip.add(EvidenceParts.RECORDS, to -> EvidenceParts.writeRecords(contents.evidence(), to));
        for (int index = 0; index < contents.evidence().size(); index++) {
            Evidence one = contents.evidence().get(index);
            zip.add(
                    contents.about().evidence().get(index).file(),
                    to -> makers.evidence().writeFile(one, to));
        }
    }

    private Sealed seal(BundleZip zip, Statement.Subjects about) throws IOException {
        var events = new Statement.EventChain(
                contents.last().sequence(), contents.last().hash());
        Statement statement =
                Statement.of(about, events, zip.files(), makers.keys().current());
        byte[] signed = CanonicalJson.of(statement).getBytes(StandardCharsets.UTF_8);
        zip.addBeside("manifest.json", signed);
        zip.addBeside("manifest.dsse.json", makers.envelope().around(signed));
        zip.finish();
        return new Sealed(
                events.count(),
                zip.files().size(),
                statement.predicate().chain().recordHead(),
                makers.keys().current().keyId());
    }

    private static BundleZip.Content resource(String name) {
        return to -> {
            try (InputStream bytes = Bundle.class.getResourceAsStream("/audit/bundle/" + name)) {
                if (bytes == null) {
                    throw new IOException("The application comes without " + name);
                }
                bytes.transferTo(to);
            }
        };
    }
}
