package io.rakegate.audit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.rakegate.audit.AuditTestBase;
import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.EvidenceRecorded;
import io.rakegate.process.Change;
import io.rakegate.process.Changes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever somebody changes in the database, in history, evidence or chain, is found by comparing them. */
class RecordCheckTest extends AuditTestBase {

    @Autowired
    private RecordCheck check;

    @Autowired
    private NightlyCheck nightly;

    @Autowired
    private Changes changes;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void whatNobodyTouchedHasNoDifferenceAtAnyStage() {
        started();
        assertThat(check.of(change()).differences()).isEmpty();
        prepare();
        pushNewCommit("b".repeat(40));
        assertThat(check.of(change()).differences()).isEmpty();
    }

    @Test
    void aCompletedChangeHasNoDifference() {
        started();
        prepare();
        recordedEvidence().forEach(one -> events.publishEvent(new EvidenceRecorded(one)));
        approveBoth();
        finish();

        RecordCheck.Result result = check.of(change());

        assertThat(result.differences()).isEmpty();
        assertThat(result.isWhole()).isTrue();
        assertThat(textOf(answerTo("creator", get("/api/changes/acme/vets-api/7/events/verification"))))
                .contains("\"differences\":[]", "\"whole\":true");
    }

    @Test
    void whatSomebodyChangedInTheHistoryIsNamed() {
        started();
        prepare();

        assertThat(differencesAfter("update act_hi_taskinst set assignee_ = 'somebody' where assignee_ = 'creator'"))
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence).contains("the task"));
        assertThat(differencesAfter("update act_hi_detail set text_ = 'rake other' where name_ = 'command'"))
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("a value of the variable", "rake other", "bundle exec rake data:backfill"));
        assertThat(differencesAfter(
                        "update act_hi_op_log set user_id_ = 'somebody' where operation_type_ = 'Complete'"))
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence).contains("an entry of the operation log"));
        assertThat(differencesAfter("update act_hi_actinst set end_time_ = end_time_ + interval '1 hour'"))
                .isNotEmpty();
        assertThat(differencesAfter("update act_hi_procinst set start_user_id_ = 'somebody' where"
                        + " super_process_instance_id_ is null"))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence).contains("the case", "somebody", "creator"));
        assertThat(differencesAfter("set local session_replication_role = replica; delete from act_hi_op_log where"
                        + " operation_type_ = 'Complete'"))
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence).startsWith("The history lacks"));
        assertThat(differencesAfter("""
                        insert into act_hi_op_log (id_, root_proc_inst_id_, timestamp_, operation_id_, entity_type_,
                            operation_type_, user_id_)
                        select 'added', id_, start_time_, 'added', 'Task', 'Complete', 'lead' from act_hi_procinst
                        where super_process_instance_id_ is null"""))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence).contains("not in the chain"));
        assertThat(check.of(change()).isWhole()).isTrue();
    }

    @Test
    void evidenceThatIsNotWhatWasUploadedIsNamed() {
        started();
        prepare();
        recordedEvidence().forEach(one -> events.publishEvent(new EvidenceRecorded(one)));
        assertThat(check.of(change()).differences()).isEmpty();

        evidenceBytesBecome("43 rows changed\n".getBytes(StandardCharsets.UTF_8));
        assertThat(check.of(change()).differences())
                .hasSize(2)
                .allSatisfy(sentence -> assertThat(sentence).contains("The file of the evidence"));

        evidenceBytesBecome("42 rows changed\n".getBytes(StandardCharsets.UTF_8));
        Evidence gone = recordedEvidence().remove(0);
        assertThat(check.of(change()).differences())
                .containsExactly("The evidence " + gone.id() + " was uploaded and is gone.");
    }

    @Test
    void theNightlyCheckRaisesAnIncidentAndTakesItBack() {
        started();
        String instance = change().processInstanceId();
        nightly.run();
        assertThat(incidents()).isEmpty();

        jdbc.update("update act_hi_detail set text_ = 'rake other' where name_ = 'command'");
        nightly.run();
        nightly.run();
        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.getProcessInstanceId()).isEqualTo(instance);
            assertThat(incident.getIncidentMessage()).contains("Somebody changed what is recorded", "rake other");
        });
        assertThat(jdbc.queryForObject(
                        "select differences from audit_check where instance_id = ?", String.class, instance))
                .contains("rake other");

        jdbc.update("update act_hi_detail set text_ = 'bundle exec rake data:backfill' where name_ = 'command'");
        nightly.run();
        assertThat(incidents()).isEmpty();
    }

    @Test
    void theNightlyCheckRaisesAnIncidentForAChangeThatHasEnded() {
        started();
        prepare();
        recordedEvidence().forEach(one -> events.publishEvent(new EvidenceRecorded(one)));
        approveBoth();
        finish();
        nightly.run();
        assertThat(runtimeService.createIncidentQuery().list()).isEmpty();

        jdbc.update("update act_hi_detail set text_ = 'rake other' where name_ = 'command'");
        nightly.run();
        nightly.run();
        assertThatThrownBy(this::runComparison).hasMessageContaining("rake other");
        assertThat(runtimeService.createIncidentQuery().list()).singleElement().satisfies(incident -> {
            assertThat(incident.getActivityId()).isEqualTo("Task_CompareRecord");
            assertThat(incident.getIncidentMessage())
                    .contains("Somebody changed what is recorded of acme/vets-api#7", "rake other");
        });

        jdbc.update("update act_hi_detail set text_ = 'bundle exec rake data:backfill' where name_ = 'command'");
        nightly.run();
        runComparison();
        assertThat(runtimeService.createIncidentQuery().list()).isEmpty();
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey("ChangedRecord")
                        .list())
                .isEmpty();
    }

    private void runComparison() {
        String job = managementService
                .createJobQuery()
                .processDefinitionKey("ChangedRecord")
                .withRetriesLeft()
                .singleResult()
                .getId();
        managementService.executeJob(job);
    }

    private List<Incident> incidents() {
        return runtimeService
                .createIncidentQuery()
                .incidentType(DifferenceIncidents.TYPE)
                .list();
    }

    /** Does what only the owner of the database can do, looks, and takes it back. */
    private List<String> differencesAfter(String tampering) {
        List<String> differences = transactions.execute(status -> {
            jdbc.execute(tampering);
            status.setRollbackOnly();
            return check.here(change());
        });
        return differences == null ? List.of() : differences;
    }

    private Change change() {
        return changes.find(REF).orElseThrow();
    }
}
