package io.rakegate.audit.chain;

import io.rakegate.audit.LinkHash;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Appends to the chain of a change, in the transaction that is under way. Two transactions on one change are put in line
 * by a lock that ends with the first; other changes do not wait.
 */
@Component
class Chain {

    private final JdbcTemplate jdbc;

    Chain(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void append(String instance, List<NewEvent> events) {
        // a statement of its own: the next one has to see what the transaction before has written
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> {}, "rakegate:audit:" + instance);
        Link last = last(instance);
        List<Object[]> rows = new ArrayList<>();
        for (NewEvent event : events) {
            String record = event.record(last.sequence() + 1, last.hash());
            last = new Link(last.sequence() + 1, LinkHash.of(record));
            rows.add(new Object[] {instance, last.sequence(), record, last.hash()});
        }
        jdbc.batchUpdate("insert into audit_event (instance_id, sequence, record, hash) values (?, ?, ?, ?)", rows);
    }

    private Link last(String instance) {
        return jdbc
                .query(
                        "select sequence, hash from audit_event where instance_id = ? order by sequence desc limit 1",
                        (row, number) -> new Link(row.getLong("sequence"), row.getString("hash")),
                        instance)
                .stream()
                .findFirst()
                .orElse(new Link(0, LinkHash.START));
    }

    private record Link(long sequence, String hash) {}
}
