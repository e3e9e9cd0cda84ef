package io.rakegate.audit;

import io.rakegate.process.catalogue.ProdDbChange;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds changes by their team, or by a part of their name or title, by indexes of our own: the engine's query joins every
 * variable of every change. Who may see what was found is left to the engine.
 */
@Component
class ChangeSearch {

    /** Of more than so many, the newest are looked at. */
    static final int MOST = 2_000;

    static final String BY_TEAM = """
            select change.id_ from act_hi_varinst kept join act_hi_procinst change on change.id_ = kept.proc_inst_id_
            where kept.name_ = 'team' and kept.text_ = :team and change.proc_def_key_ = :process
            order by change.start_time_ desc limit :most""";

    static final String BY_TEXT = """
            select change.id_ from act_hi_procinst change
            where change.proc_def_key_ = :process and (lower(change.business_key_) like :text
                or change.id_ in (select kept.proc_inst_id_ from act_hi_varinst kept
                    where kept.name_ = 'pullRequestTitle' and lower(kept.text_) like :text))
            order by change.start_time_ desc limit :most""";

    private final JdbcClient jdbc;

    ChangeSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of a team's changes. */
    Set<String> ofTeam(String team) {
        return new LinkedHashSet<>(jdbc.sql(BY_TEAM)
                .param("team", team)
                .param("process", ProdDbChange.KEY)
                .param("most", MOST)
                .query(String.class)
                .list());
    }

    /** Ids of the changes whose pull request's name or title has a text in it, in any case. */
    Set<String> with(String text) {
        return new LinkedHashSet<>(jdbc.sql(BY_TEXT)
                .param("text", "%" + escaped(text.toLowerCase(Locale.ROOT)) + "%")
                .param("process", ProdDbChange.KEY)
                .param("most", MOST)
                .query(String.class)
                .list());
    }

    /** What a person types is text, not a pattern. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
