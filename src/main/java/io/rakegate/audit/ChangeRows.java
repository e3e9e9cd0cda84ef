package io.rakegate.audit;

import io.rakegate.process.Waiting;
import io.rakegate.process.WaitingTasks;
import io.rakegate.process.catalogue.Outcome;
import io.rakegate.pullrequest.PullRequestRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a list says about each change, with one question for all of a page instead of several for each. */
@Component
class ChangeRows {

    static final String KEPT = """
            select change.id_,
                (select text_ from act_hi_varinst title where title.proc_inst_id_ = change.id_
                    and title.execution_id_ = change.id_ and title.name_ = 'pullRequestTitle' limit 1) as title,
                (select text_ from act_hi_varinst team where team.proc_inst_id_ = change.id_
                    and team.execution_id_ = change.id_ and team.name_ = 'team' limit 1) as team,
                (select act_id_ from act_hi_actinst ended where ended.proc_inst_id_ = change.id_
                    and ended.act_id_ in (%s) limit 1) as ended
            from act_hi_procinst change where change.id_ = any(string_to_array(:ids, ' '))""".formatted(
            Stream.of(Outcome.values()).map(outcome -> "'" + outcome.id() + "'").collect(Collectors.joining(", ")));

    private final JdbcClient jdbc;
    private final WaitingTasks waitingTasks;
    private final Clock clock;

    ChangeRows(JdbcClient jdbc, WaitingTasks waitingTasks, Clock clock) {
        this.jdbc = jdbc;
        this.waitingTasks = waitingTasks;
        this.clock = clock;
    }

    /** What a list says of changes that the acting person may see, in the same order. */
    List<ChangeRow> of(List<HistoricProcessInstance> instances) {
        if (instances.isEmpty()) {
            return List.of();
        }
        String ids = instances.stream().map(HistoricProcessInstance::getId).collect(Collectors.joining(" "));
        Map<String, Facts> facts = new HashMap<>();
        jdbc.sql(KEPT).param("ids", ids).query(row -> {
            facts.put(row.getString("id_"), Facts.of(row));
        });
        return instances.stream()
                .map(instance -> row(instance, facts.getOrDefault(instance.getId(), Facts.NONE)))
                .toList();
    }

    /** What history has of one change. */
    private record Facts(
            @Nullable String title,
            @Nullable String team,
            @Nullable Outcome outcome) {

        static final Facts NONE = new Facts(null, null, null);

        static Facts of(ResultSet row) throws SQLException {
            String ended = row.getString("ended");
            return new Facts(
                    row.getString("title"),
                    row.getString("team"),
                    ended == null ? null : Outcome.withId(ended).orElse(null));
        }
    }

    private ChangeRow row(HistoricProcessInstance instance, Facts facts) {
        boolean running = instance.getEndTime() == null;
        List<Waiting> waiting = running ? waitingTasks.of(instance.getId()) : List.of();
        Instant now = clock.instant();
        return new ChangeRow(
                PullRequestRef.fromKey(instance.getBusinessKey()),
                Objects.requireNonNullElse(facts.title(), ""),
                Objects.requireNonNullElse(facts.team(), ""),
                running ? ChangeState.RUNNING : ChangeState.ended(facts.outcome()),
                waiting,
                waiting.stream().anyMatch(turn -> turn.isOverdue(now)),
                instance.getStartTime().toInstant(),
                running ? null : instance.getEndTime().toInstant());
    }
}
