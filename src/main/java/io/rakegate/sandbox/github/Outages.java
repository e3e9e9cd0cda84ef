package io.rakegate.sandbox.github;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the interface fail or dawdle for the next calls, to show what Rakegate does then. */
@InSandbox
@Component("sandboxGitHubOutages")
public class Outages {

    private final JdbcClient database;

    Outages(JdbcClient database) {
        this.database = database;
    }

    /**
     * What happens to the next calls.
     *
     * @param calls how many calls it lasts, from 0
     * @param status the HTTP status that they get, 0 for the real answer
     * @param delayMillis how long they wait for it, in milliseconds
     */
    public record Outage(int calls, int status, long delayMillis) {

        /** Everything works. */
        public static final Outage NONE = new Outage(0, 0, 0);
    }

    /** Replaces whatever outage is under way. */
    @Transactional
    public void set(Outage outage) {
        database.sql("""
                        insert into sandbox.github_outage (calls, status, delay_millis) values (:calls, :status, :delay)
                        on conflict (only_row) do update
                            set calls = :calls, status = :status, delay_millis = :delay""")
                .param("calls", outage.calls())
                .param("status", outage.status())
                .param("delay", outage.delayMillis())
                .update();
    }

    /** The outage that one call meets; counts it down. */
    @Transactional
    public Optional<Outage> meet() {
        return database.sql("""
                        update sandbox.github_outage set calls = calls - 1 where calls > 0
                        returning calls, status, delay_millis""")
                .query((row, index) ->
                        new Outage(row.getInt("calls"), row.getInt("status"), row.getLong("delay_millis")))
                .optional();
    }

    /** The outage that is under way. */
    public Optional<Outage> current() {
        return database.sql("select calls, status, delay_millis from sandbox.github_outage where calls > 0")
                .query((row, index) ->
                        new Outage(row.getInt("calls"), row.getInt("status"), row.getLong("delay_millis")))
                .optional();
    }
}
