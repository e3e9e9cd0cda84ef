package io.rakegate.audit;

import io.rakegate.evidence.OverrideDesk;
import io.rakegate.evidence.Quarantined;
import io.rakegate.evidence.Quarantines;
import io.rakegate.identity.Person;
import io.rakegate.policy.Question;
import io.rakegate.process.Change;
import io.rakegate.process.Changes;
import io.rakegate.process.FindingStanding;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Step;
import io.rakegate.pullrequest.PullRequestRef;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together everything there is to know about a change, if the acting person may see it. */
@Component
public class Dossiers {

    private final Changes changes;
    private final HistoryService historyService;
    private final RepositoryService repositoryService;
    private final ApprovalsGiven approvals;
    private final EvidenceLines evidence;
    private final Quarantines quarantines;
    private final OverrideDesk deciders;
    private final Timelines timelines;

    Dossiers(
            Changes changes,
            HistoryService historyService,
            RepositoryService repositoryService,
            ApprovalsGiven approvals,
            EvidenceLines evidence,
            Quarantines quarantines,
            OverrideDesk deciders,
            Timelines timelines) {
        this.changes = changes;
        this.historyService = historyService;
        this.repositoryService = repositoryService;
        this.approvals = approvals;
        this.evidence = evidence;
        this.quarantines = quarantines;
        this.deciders = deciders;
        this.timelines = timelines;
    }

    /** The newest change of a pull request, as of one moment; empty if there is none that the person may see. */
    @Transactional(readOnly = true)
    public Optional<Dossier> find(PullRequestRef ref, Person person) {
        return changes.find(ref).map(change -> dossier(change, person));
    }

    /** A change that the caller may see, for no person in particular. */
    @Transactional(readOnly = true)
    public Dossier of(Change change) {
        return dossier(change, null);
    }

    /** The diagram that is in force for a change, as BPMN 2.0 XML; the caller closes it. */
    public Optional<InputStream> diagram(PullRequestRef ref) {
        return changes.find(ref)
                .map(change ->
                        repositoryService.getProcessModel(instance(change).getProcessDefinitionId()));
    }

    private Dossier dossier(Change change, @Nullable Person person) {
        HistoricProcessInstance instance = instance(change);
        BpmnModelInstance model = repositoryService.getBpmnModelInstance(instance.getProcessDefinitionId());
        List<HistoricActivityInstance> activities = activities(change.processInstanceId(), DrawnPath.mainPath(model));
        Kept kept = Kept.of(historyService, change.processInstanceId());
        List<EvidenceLine> lines = evidence.of(change.ref(), kept);
        List<Quarantined> asked = quarantines.of(change.ref());
        return new Dossier(
                change,
                change.isRunning() ? ChangeState.RUNNING : ChangeState.ended(change.outcome()),
                kept.text(ChangeVariables.CREATOR),
                kept.text(ChangeVariables.PULL_REQUEST_URL),
                StepStates.of(change, activities),
                answers(kept),
                FindingStanding.of(kept::find),
                lines,
                asked,
                decides(change, asked),
                approvals.of(change.processInstanceId(), kept),
                ProductionRun.of(kept),
                timelines.of(change, activities, lines, asked),
                DrawnPath.of(model, activities),
                instance.getProcessDefinitionVersion(),
                person != null && withdrawable(change, kept, person));
    }

    /** Whether to offer it; whether it is right is checked again when it is done. */
    private boolean decides(Change change, List<Quarantined> asked) {
        if (!change.isRunning() || asked.stream().noneMatch(Quarantined::isWaiting)) {
            return false;
        }
        OverrideDesk.Desk desk = deciders.find(change.ref());
        return desk != null && desk.refusal() == null;
    }

    private HistoricProcessInstance instance(Change change) {
        return historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceId(change.processInstanceId())
                .singleResult();
    }

    /** Only those of some elements: what looks and reminds beside the path leaves thousands in a change's life. */
    private List<HistoricActivityInstance> activities(String processInstanceId, Set<String> elements) {
        return historyService
                .createNativeHistoricActivityInstanceQuery()
                .sql("""
                        select * from act_hi_actinst
                        where proc_inst_id_ = #{instance} and act_id_ = any(string_to_array(#{elements}, ' '))
                        order by start_time_, sequence_counter_""")
                .parameter("instance", processInstanceId)
                .parameter("elements", String.join(" ", elements))
                .list();
    }

    private static Map<String, String> answers(Kept kept) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(Question.WHAT_COULD_HAPPEN.text(), kept.text(ChangeVariables.WHAT_COULD_HAPPEN));
        answers.put(Question.MITIGATION.text(), kept.text(ChangeVariables.MITIGATION));
        answers.put(Question.BACKOUT_PLAN.text(), kept.text(ChangeVariables.BACKOUT_PLAN));
        answers.put(Question.LOG_POINTER.text(), kept.text(ChangeVariables.LOG_POINTER));
        return answers;
    }

    /** Whether to offer it; whether it is right is checked again when it is done. */
    private static boolean withdrawable(Change change, Kept kept, Person person) {
        Step step = change.step();
        boolean owner = person.userId().equals(kept.text(ChangeVariables.CREATOR))
                || person.groups().contains(kept.text(ChangeVariables.TEAM_GROUP));
        return owner && change.isRunning() && step != null && step.compareTo(Step.RUN_IN_PRODUCTION) < 0;
    }
}
