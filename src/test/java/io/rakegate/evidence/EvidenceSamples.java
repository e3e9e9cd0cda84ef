package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Evidence as words. */
final class EvidenceSamples {

    static final String HEAD = "1111111111111111111111111111111111111111";
    static final String OTHER = "2222222222222222222222222222222222222222";
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private EvidenceSamples() {}

    /** A change that no other test uses. */
    static PullRequestRef aChange() {
        return new PullRequestRef("department-of-veterans-affairs", "vets-api", NUMBER.incrementAndGet());
    }

    static Evidence anEvidence(
            UUID id, PullRequestRef change, EvidenceEnvironment environment, String sha, StoredBytes.Passed passed) {
        return new Evidence(
                id,
                change,
                environment,
                sha,
                "bundle exec rake prod:fill_in_color",
                "creator",
                NOW,
                NOW.minusSeconds(600),
                NOW.minusSeconds(300),
                0,
                62_557L,
                14_603L,
                47_954L,
                47_954L,
                "Rows of closed accounts stay as they are.",
                "",
                "CloudWatch rakegate/prod, 12:00",
                "The batch ran to its end \"so\" <b>it</b> says ✅",
                "run.log",
                "text/plain",
                passed.size(),
                passed.sha256(),
                Evidence.ScanResult.CLEAN);
    }
}
