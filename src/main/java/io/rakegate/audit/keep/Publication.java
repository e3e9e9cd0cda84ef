package io.rakegate.audit.keep;

import io.rakegate.audit.bundle.Bundle;
import io.rakegate.audit.bundle.Bundles;
import io.rakegate.audit.check.RecordCheck;
import io.rakegate.audit.signing.PublishedKey;
import io.rakegate.audit.signing.SigningKeys;
import io.rakegate.process.Change;
import io.rakegate.process.PublicAddress;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestUnreadable;
import io.rakegate.pullrequest.PullRequests;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Publishes the head of a change's record on its pull request once it has ended, where nobody here can change it. */
@Component
class Publication {

    static final String TABLE = "audit_publication";

    private static final Logger log = LoggerFactory.getLogger(Publication.class);
    private static final String MARKER = "audit";
    private static final int AT_ONCE = 20;

    private static final String COMMENT = """
            ## The record of this change is closed

            It has %d events and %d files. Whoever has the [audit bundle](%s) can check, offline, that nothing in it was \
            changed since: `java Verify.java audit.zip %s` has to print this head.

            | | |
            |---|---|
            | Head of the record | `%s` |
            | Signed with the key | `%s` |
            | Its fingerprint | `%s` |
            | Public keys | %s |
            """;

    private final EndedChanges ended;
    private final Bundles bundles;
    private final RecordCheck check;
    private final SigningKeys keys;
    private final PullRequests pullRequests;
    private final PublicAddress address;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Publication(
            EndedChanges ended,
            Bundles bundles,
            RecordCheck check,
            SigningKeys keys,
            PullRequests pullRequests,
            PublicAddress address,
            JdbcTemplate jdbc,
            Clock clock) {
        this.ended = ended;
        this.bundles = bundles;
        this.check = check;
        this.keys = keys;
        this.pullRequests = pullRequests;
        this.address = address;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Publishes what has ended since the last time; what fails is tried again the next time. */
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT20S")
    void publishWhatHasEnded() {
        ended.without(TABLE, AT_ONCE).forEach(this::tryToPublish);
    }

    private void tryToPublish(String instance) {
        try {
            ended.once(instance, TABLE, this::publish);
        } catch (PullRequestUnreadable | PullRequestsUnavailable | UncheckedIOException | DataAccessException failed) {
            log.warn("The head of the change {} is not published yet: {}", instance, failed.getMessage());
        }
    }

    private void publish(Change change) {
        List<String> differences = check.of(change).differences();
        if (!differences.isEmpty()) {
            log.error("The head of {} is not published: its record was changed. {}", change.ref(), differences);
            return;
        }
        try {
            Bundle.Sealed sealed = bundles.of(change).writeTo(OutputStream.nullOutputStream());
            PullRequestRef current = PullRequestRef.fromKey(change.currentPullRequest());
            String comment = pullRequests.comment(current, MARKER, text(change, sealed));
            jdbc.update(
                    "insert into audit_publication (instance_id, record_head, comment_url, published_at)"
                            + " values (?, ?, ?, ?)",
                    change.processInstanceId(),
                    sealed.recordHead(),
                    comment,
                    Timestamp.from(clock.instant()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String text(Change change, Bundle.Sealed sealed) {
        PublishedKey key = keys.current();
        PullRequestRef ref = change.ref();
        String api = address.publicUrl() + "/api";
        String bundle = "%s/changes/%s/%s/%d/audit.zip".formatted(api, ref.owner(), ref.repository(), ref.number());
        return COMMENT.formatted(
                sealed.events(),
                sealed.files(),
                bundle,
                key.fingerprint(),
                sealed.recordHead(),
                key.keyId(),
                key.fingerprint(),
                api + "/audit/keys");
    }
}
