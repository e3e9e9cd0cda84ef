package io.rakegate.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rakegate.process.Change;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The chained record of everything that happened to a change: read a part of it, or prove the whole of it. */
@Component
public class AuditTrail {

    private static final int PAGE = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcTemplate jdbc;

    AuditTrail(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The records of a change that follow a place in its chain.
     *
     * @param change a change that the caller may see
     * @param after the sequence number that the caller has already, 0 for none
     * @param most how many to return at most
     */
    public List<AuditEvent> events(Change change, long after, int most) {
        return jdbc.query(
                """
                select sequence, record, hash from audit_event
                where instance_id = ? and sequence > ? order by sequence limit ?""",
                (row, number) ->
                        new AuditEvent(row.getLong("sequence"), row.getString("record"), row.getString("hash")),
                change.processInstanceId(),
                after,
                most);
    }

    /** The newest record of a change; empty if there is none. */
    public Optional<AuditEvent> last(Change change) {
        return jdbc
                .query(
                        "select sequence, record, hash from audit_event where instance_id = ?"
                                + " order by sequence desc limit 1",
                        (row, number) ->
                                new AuditEvent(row.getLong("sequence"), row.getString("record"), row.getString("hash")),
                        change.processInstanceId())
                .stream()
                .findFirst();
    }

    /** When the event of a record happened, as the record says; empty if it does not. */
    public Optional<Instant> timeOf(AuditEvent event) {
        String at = read(event.record()).path("at").asText();
        try {
            return Optional.of(Instant.parse(at));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Computes the chain of a change again, from its first record to its last. */
    public Verification verify(Change change) {
        long sequence = 0;
        String hash = LinkHash.START;
        for (List<AuditEvent> page = events(change, 0, PAGE);
                !page.isEmpty();
                page = events(change, page.get(page.size() - 1).sequence(), PAGE)) {
            for (AuditEvent event : page) {
                Optional<String> broken = broken(change.processInstanceId(), event, sequence + 1, hash);
                if (broken.isPresent()) {
                    return new Verification(sequence, hash, event.sequence(), broken.get());
                }
                sequence = event.sequence();
                hash = event.hash();
            }
        }
        return sequence == 0
                ? new Verification(0, hash, 1L, "The change has no record at all.")
                : new Verification(sequence, hash, null, "");
    }

    private static Optional<String> broken(String instance, AuditEvent event, long expected, String previous) {
        if (event.sequence() != expected) {
            return Optional.of("Record " + expected + " is missing; record " + event.sequence() + " follows instead.");
        }
        String place = "Record " + expected;
        if (!LinkHash.of(event.record()).equals(event.hash())) {
            return Optional.of(place + " is not what was written: its hash does not fit.");
        }
        JsonNode record = read(event.record());
        if (!record.path("previous").asText().equals(previous)) {
            return Optional.of(place + " does not follow the one before it.");
        }
        boolean own = record.path("sequence").asLong() == expected
                && record.path("instance").asText().equals(instance);
        return own ? Optional.empty() : Optional.of(place + " belongs to another place or another change.");
    }

    private static JsonNode read(String record) {
        try {
            return JSON.readTree(record);
        } catch (JsonProcessingException noRecord) {
            return JSON.missingNode();
        }
    }

    /**
     * What came of computing a chain again.
     *
     * @param events how many records are as they were written, counted from the first
     * @param head hash of the last of them
     * @param firstBroken sequence number of the first record that is not, null if all are
     * @param why what is wrong with it, empty if nothing is
     */
    public record Verification(
            long events, String head, @Nullable Long firstBroken, String why) {

        /** Whether every record is as it was written. */
        public boolean isWhole() {
            return firstBroken == null;
        }
    }
}
