package io.rakegate.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Works out the figures of all changes, once in a while: what a page costs does not grow with the number of changes that
 * have ended.
 */
@Component
public class FiguresOfChanges {

    static final Duration FRESH = Duration.ofMinutes(5);

    private static final int MONTHS = 12;
    private static final int TASKS = 2_000;

    static final String LEAD_TIMES = """
            select date_trunc('month', done.end_time_) as month, count(*) as changes,
                percentile_cont(0.5) within group (
                    order by extract(epoch from done.end_time_ - asked.start_time_)) as median
            from act_hi_actinst done join act_hi_procinst asked on asked.id_ = done.proc_inst_id_
            where done.act_id_ = 'End_Completed' and done.end_time_ >= :since
            group by 1""";

    static final String STEP_WAITS = """
            select name_, count(*) as done,
                percentile_cont(0.5) within group (order by extract(epoch from end_time_ - start_time_)) as median,
                max(extract(epoch from end_time_ - start_time_)) as longest
            from (select name_, start_time_, end_time_ from act_hi_taskinst
                where proc_def_key_ = 'ProdDbChange' and delete_reason_ = 'completed' and end_time_ is not null
                order by end_time_ desc limit :tasks) as lately
            group by name_""";

    static final String TEAM_WAITS = """
            select team.text_ as team, task.assignee_ as person,
                case when task.assignee_ is null then groups.names end as names,
                count(*) as tasks, count(*) filter (where task.due_date_ < :now) as overdue,
                min(task.create_time_) as since
            from act_ru_task task
            join act_ru_execution change on change.id_ = task.proc_inst_id_
            join act_re_procdef diagram on diagram.id_ = change.proc_def_id_ and diagram.key_ = 'ProdDbChange'
            join act_ru_variable team on team.execution_id_ = change.id_ and team.name_ = 'team'
            left join lateral (select string_agg(link.group_id_, ' or ' order by link.group_id_) as names
                from act_ru_identitylink link where link.task_id_ = task.id_ and link.type_ = 'candidate') groups on true
            where task.suspension_state_ = 1
            group by 1, 2, 3
            order by tasks desc, since
            limit 50""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicReference<@Nullable Dated> last = new AtomicReference<>();

    FiguresOfChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The figures, at most five minutes old. */
    public Figures now() {
        Instant now = clock.instant();
        Dated known = last.get();
        if (known != null && now.isBefore(known.at().plus(FRESH))) {
            return known.figures();
        }
        Figures figures = new Figures(leadTimes(now), stepWaits(), teamWaits(now));
        last.set(new Dated(now, figures));
        return figures;
    }

    private List<LeadTime> leadTimes(Instant now) {
        YearMonth first = YearMonth.from(now.atOffset(ZoneOffset.UTC)).minusMonths(MONTHS - 1L);
        Map<YearMonth, LeadTime> found = new HashMap<>();
        jdbc.sql(LEAD_TIMES)
                .param("since", Timestamp.from(first.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .query((row, number) -> leadTime(row))
                .list()
                .forEach(month -> found.put(month.month(), month));
        return IntStream.range(0, MONTHS)
                .mapToObj(first::plusMonths)
                .map(month -> found.getOrDefault(month, new LeadTime(month, 0, Duration.ZERO)))
                .toList();
    }

    private static LeadTime leadTime(ResultSet row) throws SQLException {
        return new LeadTime(
                YearMonth.from(row.getObject("month", LocalDateTime.class)),
                row.getLong("changes"),
                seconds(row, "median"));
    }

    private List<StepWait> stepWaits() {
        return jdbc
                .sql(STEP_WAITS)
                .param("tasks", TASKS)
                .query((row, number) -> new StepWait(
                        row.getString("name_"), row.getLong("done"), seconds(row, "median"), seconds(row, "longest")))
                .list()
                .stream()
                .sorted(Comparator.comparing(StepWait::task))
                .toList();
    }

    private List<TeamWait> teamWaits(Instant now) {
        return jdbc.sql(TEAM_WAITS)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new TeamWait(
                        row.getString("team"),
                        row.getString("person"),
                        row.getString("names"),
                        row.getLong("tasks"),
                        row.getLong("overdue"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    private static Duration seconds(ResultSet row, String column) throws SQLException {
        return Duration.ofSeconds(Math.max(0, Math.round(row.getDouble(column))));
    }

    private record Dated(Instant at, Figures figures) {}
}
