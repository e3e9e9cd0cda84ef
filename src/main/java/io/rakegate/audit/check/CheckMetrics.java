package io.rakegate.audit.check;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What to be alarmed by: records that were changed, and changes that wait for the archive. */
@Component
class CheckMetrics implements MeterBinder {

    private final JdbcTemplate jdbc;

    CheckMetrics(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("rakegate.audit.changed.records", this, CheckMetrics::changed)
                .description("Changes whose history, evidence and chain did not say the same at the last check")
                .register(registry);
        Gauge.builder("rakegate.audit.unarchived.changes", this, CheckMetrics::unarchived)
                .description("Changes that have ended and whose bundle is not in the archive")
                .register(registry);
    }

    private double changed() {
        return count("select count(*) from audit_check where differences <> ''");
    }

    private double unarchived() {
        return count("""
                select count(*) from act_hi_procinst ended
                where proc_def_key_ = 'ProdDbChange' and end_time_ is not null
                  and not exists (select 1 from audit_archive done where done.instance_id = ended.id_)""");
    }

    private double count(String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}
