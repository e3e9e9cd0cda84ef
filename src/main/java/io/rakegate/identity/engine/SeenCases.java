package io.rakegate.identity.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rakegate.identity.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether somebody sees one task, case or part of a case, by the mark that it carries. A mark once given stays, so it is
 * remembered; whose marks a person sees is asked each time.
 */
@Component
public class SeenCases {

    private static final Map<String, String> TABLES = Map.of(
            "task", "act_ru_task",
            "process-instance", "act_ru_execution",
            "execution", "act_ru_execution",
            "job", "act_ru_job",
            "history/process-instance", "act_hi_procinst");

    /** Some hundred bytes each; what is asked for again is asked for soon. */
    private static final long REMEMBERED = 10_000;

    private final TeamTenants tenants;
    private final JdbcTemplate database;
    private final Cache<One, String> marks =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    SeenCases(TeamTenants tenants, JdbcTemplate database) {
        this.tenants = tenants;
        this.database = database;
    }

    /**
     * Whether it is there and its mark is one of this person's; true without a look for who sees every team's. What they
     * may do with it is not asked here.
     *
     * @param kind how the engine's interface calls such things, such as {@code history/process-instance}
     */
    public boolean isSeen(Person person, String kind, String id) {
        if (tenants.seesEveryTeam(person)) {
            return true;
        }
        One one = new One(kind, id);
        String known = marks.getIfPresent(one);
        return known == null ? isSeenNow(person, one) : isTheirs(known, person);
    }

    private boolean isSeenNow(Person person, One one) {
        List<String> found = database.queryForList(
                "select tenant_id_ from " + TABLES.get(one.kind()) + " where id_ = ?", String.class, one.id());
        if (found.isEmpty()) {
            return false;
        }
        @Nullable String mark = found.get(0);
        if (mark != null) {
            marks.put(one, mark);
        }
        return isTheirs(mark, person);
    }

    private boolean isTheirs(@Nullable String mark, Person person) {
        return tenants.isSeen(mark, person.userId(), person.groups());
    }

    private record One(String kind, String id) {}
}
