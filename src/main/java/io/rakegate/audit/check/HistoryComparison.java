package io.rakegate.audit.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Compares the rows of the engine's history with what the chain says that they were written as. */
@Component
class HistoryComparison {

    private final JdbcTemplate jdbc;

    HistoryComparison(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<String> differences(String instance, ChainFacts chain) {
        List<String> differences = new ArrayList<>();
        for (HistoryKind kind : HistoryKind.values()) {
            compare(kind, chain.rows(kind), rows(instance, kind), differences);
        }
        return differences;
    }

    private static void compare(
            HistoryKind kind, Map<String, String> told, Map<String, String> kept, List<String> differences) {
        told.forEach((key, row) -> {
            String there = kept.get(key);
            if (there == null) {
                differences.add("The history lacks %s (%s; %s).".formatted(kind.words(), key, row));
            } else if (!there.equals(row)) {
                differences.add("The history says of %s (%s): %s. The chain says: %s."
                        .formatted(kind.words(), key, there, row));
            }
        });
        kept.forEach((key, row) -> {
            if (!told.containsKey(key)) {
                differences.add(
                        "The history has %s that is not in the chain (%s; %s).".formatted(kind.words(), key, row));
            }
        });
    }

    private Map<String, String> rows(String instance, HistoryKind kind) {
        Map<String, String> rows = new HashMap<>();
        jdbc.query(
                kind.sql(),
                row -> {
                    Map<String, String> facts = facts(kind, row);
                    rows.put(kind.key(facts::get), kind.row(facts::get));
                },
                instance);
        return rows;
    }

    private static Map<String, String> facts(HistoryKind kind, ResultSet row) throws SQLException {
        Map<String, String> facts = new HashMap<>();
        for (String field : kind.allFields()) {
            String value = text(row.getObject(field));
            if (value != null) {
                facts.put(field, value);
            }
        }
        return facts;
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof Timestamp time) {
            return time.toInstant().toString();
        }
        return value == null ? null : HistoryKind.hashedIfLong(value.toString());
    }
}
