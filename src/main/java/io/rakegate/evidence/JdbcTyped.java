package io.rakegate.evidence;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was typed with files in quarantine, word for word; it goes together with their bytes. */
@Repository
class JdbcTyped {

    private final JdbcClient jdbc;

    JdbcTyped(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID quarantine, Typed typed) {
        jdbc.sql("insert into evidence_quarantine_typed (quarantine_id, typed) values (?, ?)")
                .params(quarantine, QuarantineRow.json(typed))
                .update();
    }

    /** What was typed; empty if it is gone, or was kept before it had a place of its own. */
    Optional<Typed> find(UUID quarantine) {
        return jdbc.sql("select typed from evidence_quarantine_typed where quarantine_id = ?")
                .param(quarantine)
                .query((row, number) -> QuarantineRow.fromJson(row.getString("typed"), new TypeReference<Typed>() {}))
                .optional();
    }
}
