package io.rakegate.identity.engine;

import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The marks that changes carry, in the engine's table of tenants. They are few, none is ever taken away, and each query
 * needs them, so they are read at most once a second; this node knows its own at once.
 */
@Component
class KnownMarks {

    private final JdbcTemplate database;
    private final OnceASecond<Set<String>> marks;

    KnownMarks(JdbcTemplate database) {
        this.database = database;
        this.marks = new OnceASecond<>(
                () -> Set.copyOf(database.queryForList("select id_ from act_id_tenant", String.class)));
    }

    /** Those there are, as far as was known a second ago. */
    Set<String> all() {
        return marks.get();
    }

    /** Adds one in the transaction of the caller; nothing happens where it is there already. */
    void remember(String mark, String name) {
        int added = database.update(
                "insert into act_id_tenant (id_, rev_, name_) values (?, 1, ?) on conflict do nothing", mark, name);
        if (added > 0) {
            Forgetting.nowAndAfterwards(marks::forget);
        }
    }
}
