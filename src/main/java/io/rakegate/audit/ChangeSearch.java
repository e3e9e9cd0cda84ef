package io.rakegate.audit;

import io.rakegate.process.catalogue.Step;
import io.rakegate.process.catalogue.UserTask;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the changes of a page, newest first, by indexes of our own, and reads no further than the page: the engine's query
 * sorts every change that fits before it takes a page of them. Who may see what was found is left to the engine.
 */
@Component
class ChangeSearch {

    static final String CHANGES =
            "select change.id_ from act_hi_procinst change where change.proc_def_key_ = 'ProdDbChange'";

    static final String RUNNING = "\nand change.end_time_ is null";

    static final String DELETED = "\nand change.state_ = 'EXTERNALLY_TERMINATED'";

    // the planner has to see which end it is, to take the index of ends
    static final String ENDED = """

            and exists (select from act_hi_actinst ended
                where ended.proc_inst_id_ = change.id_ and ended.act_id_ = '%s')""";

    static final String AT_STEP = RUNNING + """

            and exists (select from act_ru_execution now
                where now.proc_inst_id_ = change.id_ and now.act_id_ = any(string_to_array(:activities, ' ')))""";

    static final String OF_TEAM = """

            and exists (select from act_hi_varinst kept
                where kept.proc_inst_id_ = change.id_ and kept.name_ = 'team' and kept.text_ = :team)""";

    static final String WITH_TEXT = """

            and (lower(change.business_key_) like :text or exists (select from act_hi_varinst kept
                where kept.proc_inst_id_ = change.id_ and kept.name_ = 'pullRequestTitle'
                    and lower(kept.text_) like :text))""";

    static final String OVERDUE = "\nand change.id_ = any(string_to_array(:overdue, ' '))";

    static final String OWN =
            "\nand (change.start_user_id_ = :person or change.id_ = any(string_to_array(:turns, ' ')))";

    static final String PAGE = "\norder by change.start_time_ desc, change.id_ desc limit :most offset :skip";

    private final JdbcClient jdbc;

    ChangeSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is searched for besides the filter.
     *
     * @param person user id of who asks, for what is theirs
     * @param turns ids of the changes in which it is their turn; empty if the filter does not ask
     * @param overdue ids of the changes that are overdue; empty if the filter does not ask
     */
    record Known(String person, Collection<String> turns, Collection<String> overdue) {}

    /** Ids of the changes that a filter leaves, newest first: at most so many, after as many that are left out. */
    List<String> find(ChangeFilter filter, Known known, int skip, int most) {
        Map<String, Object> values = new HashMap<>(Map.of("skip", skip, "most", most));
        String sql = CHANGES + state(filter) + facts(filter, values) + standing(filter, known, values) + PAGE;
        return jdbc.sql(sql).params(values).query(String.class).list();
    }

    private static String facts(ChangeFilter filter, Map<String, Object> values) {
        StringBuilder sql = new StringBuilder();
        if (!filter.team().isEmpty()) {
            sql.append(OF_TEAM);
            values.put("team", filter.team());
        }
        if (!filter.text().isEmpty()) {
            sql.append(WITH_TEXT);
            values.put("text", "%" + escaped(filter.text().toLowerCase(Locale.ROOT)) + "%");
        }
        return sql.toString();
    }

    private static String standing(ChangeFilter filter, Known known, Map<String, Object> values) {
        StringBuilder sql = new StringBuilder();
        if (filter.step() != null) {
            sql.append(AT_STEP);
            values.put("activities", activitiesOf(filter.step()));
        }
        if (filter.overdue()) {
            sql.append(OVERDUE);
            values.put("overdue", String.join(" ", known.overdue()));
        }
        if (filter.mine()) {
            sql.append(OWN);
            values.put("person", known.person());
            values.put("turns", String.join(" ", known.turns()));
        }
        return sql.toString();
    }

    private static String state(ChangeFilter filter) {
        ChangeState state = filter.state();
        if (state == null) {
            return "";
        }
        return switch (state) {
            case RUNNING -> RUNNING;
            case DELETED -> DELETED;
            default ->
                state.outcome().map(outcome -> ENDED.formatted(outcome.id())).orElseThrow();
        };
    }

    /** Nobody works on the last step, but Rakegate does. */
    private static String activitiesOf(Step step) {
        Stream<String> tasks =
                Stream.of(UserTask.values()).filter(task -> task.step() == step).map(UserTask::id);
        return Stream.concat(tasks, Stream.of("Task_AnnounceCompletion").filter(id -> step == Step.ANNOUNCE))
                .collect(Collectors.joining(" "));
    }

    /** What a person types is text, not a pattern. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
