package io.rakegate.process.task;

import io.rakegate.evidence.Evidence;
import io.rakegate.process.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The comment about one piece of evidence: its numbers and where the file is, never what is in the file. */
@Component
class EvidenceComment {

    private static final String TEXT = """
            ### Evidence: %s

            | | |
            |---|---|
            | Commit | `%s` |
            | Command | `%s` |
            | Uploaded by | %s |
            | Started, ended | %s, %s |
            | Exit status | %s |
            | Rows before, changed, after | %s, %s, %s |
            | Expected remainder | %s%s |
            | File | [%s](%s), %d bytes%s |
            | SHA-256 | `%s` |
            """;

    private final PublicAddress address;

    EvidenceComment(PublicAddress address) {
        this.address = address;
    }

    String of(Evidence evidence) {
        return TEXT.formatted(
                evidence.environment().slug(),
                evidence.headSha(),
                Markdown.code(evidence.command()),
                Markdown.cell(evidence.uploadedBy()),
                given(evidence.startedAt()),
                given(evidence.endedAt()),
                given(evidence.exitStatus()),
                given(evidence.rowsBefore()),
                given(evidence.rowsChanged()),
                given(evidence.rowsAfter()),
                given(evidence.expectedRemainder()),
                reason(evidence.remainderReason()),
                Markdown.cell(evidence.fileName()),
                address.evidenceFile(evidence.change(), evidence.id().toString()),
                evidence.size(),
                evidence.masksPersonalData() ? ", personal data masked" : "",
                evidence.sha256());
    }

    private static String reason(String text) {
        return text.isBlank() ? "" : ": " + Markdown.cell(text);
    }

    private static String given(@Nullable Object value) {
        return value == null ? "not given" : value.toString();
    }
}
