package io.rakegate.process;

import io.rakegate.identity.Acting;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.ProdDbChange;
import io.rakegate.pullrequest.PullRequestRef;
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
            select change.id_ from act_ru_execution change join act_re_procdef its on its.id_ = change.proc_def_id_
            where its.key_ = ? and change.business_key_ = ? and change.parent_id_ is null""";

    private static final String FOLLOWED_UP_BY = """
            select change.id_ from act_ru_variable kept
            join act_ru_execution change on change.id_ = kept.execution_id_ and change.parent_id_ is null
            join act_re_procdef its on its.id_ = change.proc_def_id_
            where kept.name_ = 'pullRequest' and kept.text_ = ? and its.key_ = ?""";

    private final RuntimeService runtimeService;
    private final Acting acting;
    private final JdbcTemplate jdbc;

    RunningChanges(RuntimeService runtimeService, Acting acting, JdbcTemplate jdbc) {
        this.runtimeService = runtimeService;
        this.acting = acting;
        this.jdbc = jdbc;
    }

    /** The running change of a pull request, if the acting person may see it. */
    public Optional<ProcessInstance> find(PullRequestRef ref) {
        List<ProcessInstance> opened = runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(ProdDbChange.KEY)
                .processInstanceBusinessKey(ref.key())
                .list();
        List<ProcessInstance> found = opened.isEmpty() ? followedUpBy(ref) : opened;
        return found.stream().findFirst();
    }

    private List<ProcessInstance> followedUpBy(PullRequestRef ref) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(ProdDbChange.KEY)
                .variableValueEquals(ChangeVariables.PULL_REQUEST.name(), ref.key())
                .list();
    }

    /** The process instance of the running change of a pull request, whoever asks; each delivery of GitHub does. */
    Optional<String> idOf(PullRequestRef ref) {
        List<String> opened = jdbc.queryForList(OPENED_BY, String.class, ProdDbChange.KEY, ref.key());
        List<String> found = opened.isEmpty()
                ? jdbc.queryForList(FOLLOWED_UP_BY, String.class, ref.key(), ProdDbChange.KEY)
                : opened;
        return found.stream().findFirst();
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
        // another team may have it, and whoever asks need not see that team's changes
        Optional<ProcessInstance> running = acting.beyondOwnGrants(() -> find(ref));
        running.filter(other -> !other.getId().equals(processInstanceId)).ifPresent(other -> {
            throw new ChangeAlreadyRunning(PullRequestRef.fromKey(other.getBusinessKey()));
        });
    }
}
