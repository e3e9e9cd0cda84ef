package io.rakegate.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rakegate.audit.AuditEvent;
import io.rakegate.audit.AuditTestBase;
import io.rakegate.audit.AuditTrail;
import io.rakegate.audit.LinkHash;
import io.rakegate.process.Change;
import io.rakegate.process.Changes;
import io.rakegate.process.catalogue.UserTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain has everything that happened, and everything that happened to the chain shows. */
class ChainTest extends AuditTestBase {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENTS = "/api/changes/acme/vets-api/7/events";

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Changes changes;

    @Autowired
    private TaskService taskService;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void everyActOfAChangeIsInItsChainWithWhoDidIt() {
        started();
        prepare();
        approveBoth();
        finish();

        assertThat(trail.verify(change()).isWhole()).isTrue();
        assertThat(records())
                .anySatisfy(record -> {
                    assertThat(record.path("kind").asText()).isEqualTo("HistoricTaskInstance");
                    assertThat(record.path("event").path("taskDefinitionKey").asText())
                            .isEqualTo("Task_ApproveAsEngineeringLead");
                    assertThat(record.path("event").path("eventType").asText()).isEqualTo("complete");
                    assertThat(record.path("user").asText()).isEqualTo("lead");
                })
                .anySatisfy(record -> {
                    assertThat(record.path("event").path("variableName").asText())
                            .isEqualTo("leadDecision");
                    assertThat(record.path("event").path("textValue").asText()).isEqualTo("approve");
                })
                .anySatisfy(record -> assertThat(record.path("event")
                                .path("processDefinitionKey")
                                .asText())
                        .isEqualTo("RecordEvidence"))
                .anySatisfy(record -> assertThat(
                                record.path("event").path("endActivityId").asText())
                        .isEqualTo("End_Completed"))
                .allSatisfy(
                        record -> assertThat(record.path("instance").asText()).isEqualTo(change().processInstanceId()));
    }

    @Test
    void aLongTextIsThereByItsHash() {
        started();
        String answer = "Single statement, because it is one. ".repeat(200);

        complete("creator", UserTask.ANSWER_REQUIRED_QUESTIONS, Map.of("mitigation", answer));

        assertThat(records())
                .filteredOn(record ->
                        record.path("event").path("variableName").asText().equals("mitigation"))
                .isNotEmpty()
                .last()
                .satisfies(record -> assertThat(record.path("event")
                                .path("byteValue")
                                .path("sha256")
                                .asText())
                        .isEqualTo(LinkHash.of(answer)));
    }

    @Test
    void theDatabaseRefusesToChangeWhatIsWritten() {
        started();

        for (String attempt :
                List.of("update audit_event set record = '{}'", "delete from audit_event", "truncate audit_event")) {
            assertThatThrownBy(() -> jdbc.execute(attempt)).as(attempt).hasMessageContaining("append-only");
            assertThatThrownBy(() -> inTransaction("set local session_replication_role = replica", attempt))
                    .as("as a replica: %s", attempt)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void whatSomebodyChangedAllTheSameIsFoundAndNamed() {
        started();
        String id = change().processInstanceId();
        String own = " where instance_id = '" + id + "' and sequence = ";

        assertThat(brokenBy("update audit_event set record = replace(record, 'creator', 'console')" + own + 3))
                .isEqualTo(3);
        assertThat(brokenBy("delete from audit_event" + own + 5)).isEqualTo(6);
        assertThat(brokenBy("delete from audit_event" + own + 1)).isEqualTo(2);
        assertThat(brokenBy("update audit_event set sequence = 100015 - sequence where instance_id = '" + id
                        + "' and sequence in (7, 8); update audit_event set sequence = sequence - 100000 where instance_id = '"
                        + id
                        + "' and sequence > 100000"))
                .isEqualTo(7);
        assertThat(brokenBy("update audit_event set record = record || ' ', hash = encode(sha256(convert_to(record"
                        + " || ' ', 'UTF8')), 'hex')" + own + 4))
                .as("with a new hash, the next one gives it away")
                .isEqualTo(5);
        assertThat(trail.verify(change()).isWhole()).isTrue();
    }

    @Test
    void whatCannotBeRecordedDoesNotHappen() {
        started();
        long before = trail.verify(change()).events();
        jdbc.execute("alter table audit_event rename to audit_event_away");

        try {
            assertThatThrownBy(() -> complete("creator", UserTask.ANSWER_REQUIRED_QUESTIONS, Map.of()))
                    .hasMessageContaining("audit_event");
        } finally {
            jdbc.execute("alter table audit_event_away rename to audit_event");
        }

        assertThat(isOpen(UserTask.ANSWER_REQUIRED_QUESTIONS)).isTrue();
        assertThat(trail.verify(change()).events()).isEqualTo(before);
        assertThat(textOf(answerTo("creator", get("/changes/acme/vets-api/7")))).doesNotContain("Single statement.");
    }

    @Test
    void ofARefusedActNothingButTheRefusalIsRecorded() {
        started();
        prepare();
        AuditTrail.Verification before = trail.verify(change());

        assertThatThrownBy(() -> complete("operator2", UserTask.APPROVE_AS_ENGINEERING_LEAD, Map.of()))
                .isNotNull();

        AuditTrail.Verification after = trail.verify(change());
        assertThat(after.firstBroken()).isNull();
        assertThat(after.events()).isEqualTo(before.events() + 1);
    }

    @Test
    void twoApproversAtTheSameMomentAreBothInOneChain() throws Exception {
        started();
        prepare();
        reviewedOnGitHubBy("lead");
        reviewedOnGitHubBy("console");
        String lead = taskId(UserTask.APPROVE_AS_ENGINEERING_LEAD);
        String console = taskId(UserTask.APPROVE_AS_CONSOLE_SERVICES);
        CyclicBarrier together = new CyclicBarrier(2);

        ExecutorService people = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> acts = new ArrayList<>();
        acts.add(people.submit(act(together, "lead", lead, "lead")));
        acts.add(people.submit(act(together, "console", console, "consoleServices")));
        for (Future<Boolean> act : acts) {
            assertThat(act.get()).isTrue();
        }
        people.shutdown();

        assertThat(trail.verify(change()).isWhole()).isTrue();
        assertThat(records())
                .filteredOn(record -> record.path("kind").asText().equals("HistoricTaskInstance")
                        && record.path("event").path("eventType").asText().equals("complete"))
                .extracting(record -> record.path("user").asText())
                .contains("lead", "console");
    }

    @Test
    void programsReadTheChainAPartAtATime() throws Exception {
        started();
        long all = trail.verify(change()).events();

        List<String> hashes = new ArrayList<>();
        long after = 0;
        for (JsonNode next = JSON.getNodeFactory().numberNode(0L); !next.isNull(); ) {
            MockHttpServletResponse answer = answerTo("creator", get(EVENTS + "?limit=7&after=" + after));
            JsonNode part = JSON.readTree(answer.getContentAsString());
            part.path("events").forEach(event -> hashes.add(event.path("hash").asText()));
            next = part.path("next");
            after = next.asLong();
        }
        MockHttpServletResponse first = answerTo("creator", get(EVENTS + "?limit=1"));
        String record = first.getContentAsString().replaceFirst(".*\"record\":(\\{.*\\})\\}\\],\"next.*", "$1");

        assertThat(hashes).hasSize((int) all).doesNotHaveDuplicates();
        assertThat(LinkHash.of(record)).as("of %s", record).isEqualTo(hashes.get(0));
        assertThat(answerTo("creator", get(EVENTS + "/verification")).getContentAsString())
                .contains("\"events\":" + all);
    }

    @Test
    void aQuestionThatDoesNotFitIsAnsweredWithAProblem() throws Exception {
        MockHttpServletResponse missing = answerTo("creator", get(EVENTS));
        MockHttpServletResponse invalid = answerTo("creator", get(EVENTS + "?after=x"));

        assertThat(missing.getStatus()).isEqualTo(404);
        assertThat(missing.getContentAsString()).contains("that you may see");
        assertThat(invalid.getStatus()).isEqualTo(400);
        assertThat(invalid.getContentAsString()).contains("after has to be a whole number");
    }

    private Callable<Boolean> act(CyclicBarrier together, String userId, String taskId, String side) {
        return () -> {
            together.await();
            as(
                    userId,
                    () -> taskService.complete(
                            taskId, Map.of(side + "Decision", "approve", side + "ConfirmsDocuments", true)));
            return true;
        };
    }

    /** Does what only the owner of the database can do, looks, and takes it back. */
    private Long brokenBy(String tampering) {
        List<AuditEvent> kept = trail.events(change(), 0, 10_000);
        String id = change().processInstanceId();
        inTransaction("alter table audit_event disable trigger all", tampering);
        try {
            return trail.verify(change()).firstBroken();
        } finally {
            jdbc.execute("delete from audit_event where instance_id = '" + id + "'");
            kept.forEach(event -> jdbc.update(
                    "insert into audit_event values (?, ?, ?, ?)", id, event.sequence(), event.record(), event.hash()));
            jdbc.execute("alter table audit_event enable always trigger audit_event_append_only");
        }
    }

    private void inTransaction(String... statements) {
        transactions.executeWithoutResult(status -> List.of(statements).forEach(jdbc::execute));
    }

    private Change change() {
        return changes.find(REF).orElseThrow();
    }

    private List<JsonNode> records() {
        return trail.events(change(), 0, 100_000).stream()
                .map(AuditEvent::record)
                .map(ChainTest::read)
                .toList();
    }

    private static JsonNode read(String record) {
        try {
            return JSON.readTree(record);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
