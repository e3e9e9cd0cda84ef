package io.rakegate.audit.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rakegate.audit.signing.PublishedKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is signed: an in-toto statement (version 1) about every file of a bundle.
 *
 * @param type always {@code https://in-toto.io/Statement/v1}
 * @param predicate what is said about the files
 * @param predicateType the kind of this predicate
 * @param subject the files by hash
 */
record Statement(@JsonProperty("_type") String type, Predicate predicate, String predicateType, List<Subject> subject) {

    static final String TYPE = "https://in-toto.io/Statement/v1";
    static final String PREDICATE_TYPE = "urn:rakegate:audit-bundle:v1";

    static Statement of(Subjects about, EventChain events, List<BundleFile> files, PublishedKey key) {
        List<Subject> subject = files.stream()
                .map(file -> new Subject(new Digest(file.sha256()), file.name()))
                .toList();
        FileChain chain = new FileChain(
                events,
                files,
                link(files, files.size(), events.head()),
                link(files, about.recordFiles(), events.head()),
                about.recordFiles());
        Predicate predicate =
                new Predicate(about.change(), chain, about.evidence(), new SignedBy(key.fingerprint(), key.keyId()));
        return new Statement(TYPE, predicate, PREDICATE_TYPE, subject);
    }

    private static String link(List<BundleFile> files, int after, String start) {
        return after == 0 ? start : files.get(after - 1).link();
    }

    /**
     * What the files are about.
     *
     * @param change which change
     * @param evidence which file holds which evidence
     * @param recordFiles how many files, from the first, are the record itself; the others present and explain it
     */
    record Subjects(AboutChange change, List<EvidenceFileOf> evidence, int recordFiles) {

        Subjects withRecordFiles(int count) {
            return new Subjects(change, evidence, count);
        }
    }

    record Subject(Digest digest, String name) {}

    record Digest(String sha256) {}

    /** What is said about the files. */
    record Predicate(AboutChange change, FileChain chain, List<EvidenceFileOf> evidence, SignedBy signedBy) {}

    /**
     * Which change, and as of when.
     *
     * @param asOf time of the last event
     * @param endedAt when the change ended, null while it runs
     * @param instance the engine's id of the change
     * @param pullRequest the pull request that opened it
     * @param startedAt when it was asked for
     * @param state whether it runs, or how it ended
     */
    record AboutChange(
            Instant asOf,
            @Nullable Instant endedAt,
            String instance,
            String pullRequest,
            Instant startedAt,
            String state) {}

    /** The events by number and hash of the last one. */
    record EventChain(long count, String head) {}

    /**
     * The chain of the events, continued over the files.
     *
     * @param events the events
     * @param files the files, each linked to the one before
     * @param head end of the chain
     * @param recordHead end of its part that follows from what happened alone, whatever version of Rakegate made the
     *     report: what is published on the pull request
     * @param recordFiles how many files that part has
     */
    record FileChain(EventChain events, List<BundleFile> files, String head, String recordHead, int recordFiles) {}

    /** Which file holds the bytes of which record of evidence. */
    record EvidenceFileOf(String file, String id) {}

    record SignedBy(String fingerprint, String keyId) {}
}
