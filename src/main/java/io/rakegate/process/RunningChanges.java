package io.rakegate.process;

import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.ProdDbChange;
import io.rakegate.pullrequest.PullRequestRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The changes that are running, found by their pull request: the one that opened them or the one they follow up on. */
@Component
public class RunningChanges {

    private static final String OPENED_BY = """
            select change.id_, change.business_key_
            from act_ru_execution change join act_re_procdef its on its.id_ = change.proc_def_id_
            where its.key_ = ? and change.business_key_ = ? and change.parent_id_ is null""";

    private static final String FOLLOWED_UP_BY = """
            select change.id_, change.business_key_ from act_ru_variable kept
            join act_ru_execution change on change.id_ = kept.execution_id_ and change.parent_id_ is null
            join act_re_procdef its on its.id_ = change.proc_def_id_
            where its.key_ = ? and kept.text_ = ? and kept.name_ = ?""";

    private final RuntimeService runtimeService;
    private final JdbcTemplate jdbc;

    RunningChanges(RuntimeService runtimeService, JdbcTemplate jdbc) {
        this.runtimeService = runtimeService;
        this.jdbc = jdbc;
    }

    /**
     * A running change.
     *
     * @param id its process instance
     * @param openedBy the pull request that opened it
     */
    public record Running(String id, PullRequestRef openedBy) {}

    /**
     * The running change of a pull request, or of one that it follows up, whoever asks: another team may have it, and each
     * delivery of GitHub asks, so it is asked by the index and not of the engine.
     */
    public Optional<Running> find(PullRequestRef ref) {
        List<Running> opened = jdbc.query(OPENED_BY, RunningChanges::running, ProdDbChange.KEY, ref.key());
        List<Running> found = opened.isEmpty()
                ? jdbc.query(
                        FOLLOWED_UP_BY,
                        RunningChanges::running,
                        ProdDbChange.KEY,
                        ref.key(),
                        ChangeVariables.PULL_REQUEST.name())
                : opened;
        return found.stream().findFirst();
    }

    private static Running running(ResultSet row, int number) throws SQLException {
        return new Running(row.getString("id_"), PullRequestRef.fromKey(row.getString("business_key_")));
    }

    /** The running changes whose pull request comes from this branch of this repository. */
    public List<ProcessInstance> from(String repositoryName, String branch) {
        // in a pattern an underscore stands for any character
        String ofRepository = repositoryName.replaceAll("([\\\\_%])", "\\\\$1") + "#%";
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(ProdDbChange.KEY)
                .variableValueEquals(ChangeVariables.HEAD_BRANCH.name(), branch)
                .variableValueLike(ChangeVariables.PULL_REQUEST.name(), ofRepository)
                .list();
    }

    /** Puts all who start a change of this pull request or have a hint for it in line, until the transaction ends. */
    public void putInLine(PullRequestRef ref) {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> {}, "rakegate:change:" + ref.key());
    }

    /**
     * Claims a pull request for a change that is about to start. Two starts at once are put in line by a lock that ends
     * with the transaction, because the database does not keep business keys apart.
     *
     * @throws ChangeAlreadyRunning if another change has it
     */
    public void claim(PullRequestRef ref, String processInstanceId) {
        putInLine(ref);
        find(ref).filter(other -> !other.id().equals(processInstanceId)).ifPresent(other -> {
            throw new ChangeAlreadyRunning(other.openedBy());
        });
    }
}
