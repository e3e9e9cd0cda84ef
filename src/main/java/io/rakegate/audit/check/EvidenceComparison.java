package io.rakegate.audit.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.audit.CanonicalJson;
import io.rakegate.audit.LinkHash;
import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.EvidenceRecords;
import io.rakegate.process.Change;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Compares the records of the evidence, and every byte of it, with what the chain says was uploaded. */
@Component
class EvidenceComparison {

    private final EvidenceRecords records;

    EvidenceComparison(EvidenceRecords records) {
        this.records = records;
    }

    List<String> differences(Change change, ChainFacts chain) {
        List<String> differences = new ArrayList<>();
        Set<String> there = new HashSet<>();
        for (Evidence evidence : records.of(change.ref())) {
            String id = evidence.id().toString();
            JsonNode upload = chain.uploads().get(id);
            if (upload != null) {
                there.add(id);
                compare(evidence, upload, differences);
            } else if (isWithin(change, evidence.uploadedAt())) {
                differences.add("There is evidence that was never uploaded: " + id + ", " + evidence.fileName() + ".");
            }
        }
        chain.uploads().keySet().stream()
                .filter(id -> !there.contains(id))
                .forEach(id -> differences.add("The evidence " + id + " was uploaded and is gone."));
        return differences;
    }

    private static boolean isWithin(Change change, Instant moment) {
        Instant end = change.endedAt();
        return !moment.isBefore(change.startedAt()) && (end == null || !moment.isAfter(end));
    }

    private void compare(Evidence evidence, JsonNode upload, List<String> differences) {
        String name = evidence.id() + ", " + evidence.fileName();
        if (!LinkHash.of(CanonicalJson.of(evidence))
                .equals(upload.path("recordSha256").asText())) {
            differences.add("The record of the evidence " + name + " is not what was uploaded.");
        }
        if (!upload.path("sha256").asText().equals(digest(evidence))) {
            differences.add("The file of the evidence " + name + " is not what was uploaded.");
        }
    }

    /** The hash of what is stored, or what keeps it from being read. */
    private String digest(Evidence evidence) {
        try (InputStream bytes = records.open(evidence.id());
                DigestInputStream in = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException incomplete) {
            return String.valueOf(incomplete.getMessage());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256, but this one does not", absent);
        }
    }
}
