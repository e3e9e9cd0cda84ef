package io.rakegate.audit.keep;

import io.rakegate.audit.bundle.Bundle;
import io.rakegate.audit.bundle.Bundles;
import io.rakegate.audit.check.RecordCheck;
import io.rakegate.audit.keep.engine.HistoryRetention;
import io.rakegate.process.Change;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes the bundle of each change that has ended to the archive, reads it back, and only then lets the engine's cleanup
 * have its history one day. A crash in between repeats it: the same change is the same bytes under the same name.
 */
@Component
class Archiver {

    static final String TABLE = "audit_archive";

    private static final Logger log = LoggerFactory.getLogger(Archiver.class);
    private static final int AT_ONCE = 20;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);

    private final ArchivePlace place;
    private final EndedChanges ended;
    private final Bundles bundles;
    private final RecordCheck check;
    private final HistoryRetention retention;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Archiver(
            ArchivePlace place,
            EndedChanges ended,
            Bundles bundles,
            RecordCheck check,
            HistoryRetention retention,
            JdbcTemplate jdbc,
            Clock clock) {
        this.place = place;
        this.ended = ended;
        this.bundles = bundles;
        this.check = check;
        this.retention = retention;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Archives what has ended since the last time, as far as it can be; what fails is tried again the next time. */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
    void archiveWhatHasEnded() {
        place.archive()
                .ifPresent(
                        archive -> ended.without(TABLE, AT_ONCE).forEach(instance -> tryToArchive(instance, archive)));
    }

    private void tryToArchive(String instance, Archive archive) {
        try {
            ended.once(instance, TABLE, change -> archive(change, archive));
        } catch (UncheckedIOException | DataAccessException | NotArchived failed) {
            log.error("The change {} is not archived, so its history stays: {}", instance, failed.getMessage(), failed);
        }
    }

    private void archive(Change change, Archive archive) {
        List<String> differences = check.of(change).differences();
        if (!differences.isEmpty()) {
            throw new NotArchived("Its record is not what happened: " + String.join(" ", differences));
        }
        try {
            Path file = Files.createTempFile("rakegate-bundle", ".zip");
            try {
                archive(change, archive, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void archive(Change change, Archive archive, Path file) throws IOException {
        Bundle.Sealed sealed;
        try (OutputStream out = Files.newOutputStream(file)) {
            sealed = bundles.of(change).writeTo(out);
        }
        String written = digest(Files.newInputStream(file));
        String name = nameOf(change);
        String location = archive.put(name, file);
        String kept = digest(archive.open(name));
        if (!kept.equals(written)) {
            throw new NotArchived("%s has the SHA-256 %s, written was %s.".formatted(location, kept, written));
        }
        record(change, sealed, new Kept(written, Files.size(file), location));
        retention.release(change.processInstanceId());
        log.info("Archived {} as {}, SHA-256 {}", change.ref(), location, written);
    }

    /** The same after a crash, and never that of another change of the same pull request. */
    private static String nameOf(Change change) {
        return "%s/%s/%d/%s-%s.zip"
                .formatted(
                        change.ref().owner(),
                        change.ref().repository(),
                        change.ref().number(),
                        DAY.format(change.startedAt()),
                        change.processInstanceId());
    }

    private record Kept(String sha256, long size, String location) {}

    private void record(Change change, Bundle.Sealed sealed, Kept kept) {
        String key = change.ref().key();
        jdbc.update(
                """
                insert into audit_archive (instance_id, change_key, round, sha256, size, events, record_head, key_id,
                    location, archived_at)
                values (?, ?, (select count(*) + 1 from audit_archive where change_key = ?), ?, ?, ?, ?, ?, ?, ?)""",
                change.processInstanceId(),
                key,
                key,
                kept.sha256(),
                kept.size(),
                sealed.events(),
                sealed.recordHead(),
                sealed.keyId(),
                kept.location(),
                Timestamp.from(clock.instant()));
    }

    private static String digest(InputStream bytes) throws IOException {
        try (DigestInputStream in = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256, but this one does not", absent);
        }
    }

    /** What would be archived, or what was, is not what it has to be. */
    private static final class NotArchived extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotArchived(String sentence) {
            super(sentence);
        }
    }
}
