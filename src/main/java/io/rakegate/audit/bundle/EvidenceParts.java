package io.rakegate.audit.bundle;

import io.rakegate.audit.CanonicalJson;
import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.EvidenceRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The evidence of a bundle: the records as JSON lines, and each file under a name that is safe everywhere. */
@Component
class EvidenceParts {

    static final String RECORDS = "evidence.jsonl";
    private static final int LONGEST_NAME = 80;

    private final EvidenceRecords records;

    EvidenceParts(EvidenceRecords records) {
        this.records = records;
    }

    /** Which file will hold which record's bytes. */
    static List<Statement.EvidenceFileOf> files(List<Evidence> evidence) {
        List<Statement.EvidenceFileOf> files = new ArrayList<>();
        for (Evidence one : evidence) {
            files.add(new Statement.EvidenceFileOf(
                    name(files.size() + 1, one), one.id().toString()));
        }
        return files;
    }

    /** A number keeps the order and tells apart what people called the same. */
    private static String name(int number, Evidence evidence) {
        String safe = evidence.fileName().replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._-]+", "");
        String shortened = safe.length() <= LONGEST_NAME ? safe : safe.substring(safe.length() - LONGEST_NAME);
        return String.format(
                Locale.ROOT,
                "evidence/%03d-%s-%s",
                number,
                evidence.environment().slug(),
                shortened.isEmpty() ? "file" : shortened);
    }

    /** One line for each record, as it was recorded. */
    static void writeRecords(List<Evidence> evidence, OutputStream out) throws IOException {
        for (Evidence one : evidence) {
            Lines.write(out, CanonicalJson.of(one));
        }
    }

    /** The bytes of a record, in pieces. */
    void writeFile(Evidence evidence, OutputStream out) throws IOException {
        try (InputStream bytes = records.open(evidence.id())) {
            bytes.transferTo(out);
        }
    }
}
