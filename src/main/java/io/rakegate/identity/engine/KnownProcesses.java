package io.rakegate.identity.engine;

import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The processes that are deployed, in whatever version. */
@Component
class KnownProcesses {

    private final OnceASecond<Set<String>> keys;

    KnownProcesses(JdbcTemplate database) {
        this.keys = new OnceASecond<>(
                () -> Set.copyOf(database.queryForList("select distinct key_ from act_re_procdef", String.class)));
    }

    /** Their keys, as far as was known a second ago; this node knows what it deploys itself at once. */
    Set<String> keys() {
        return keys.get();
    }

    void forget() {
        keys.forget();
    }
}
