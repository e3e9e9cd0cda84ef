package io.rakegate.audit.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rakegate.audit.AuditTestBase;
import io.rakegate.audit.bundle.Bundles;
import io.rakegate.audit.check.RecordCheck;
import io.rakegate.audit.keep.engine.HistoryRetention;
import io.rakegate.process.Change;
import io.rakegate.process.Changes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What has ended is archived, published and kept, and the engine's cleanup takes only what is archived. */
class KeepTest extends AuditTestBase {

    @TempDir
    private Path folder;

    @Autowired
    private EndedChanges ended;

    @Autowired
    private Bundles bundles;

    @Autowired
    private RecordCheck check;

    @Autowired
    private HistoryRetention retention;

    @Autowired
    private Publication publication;

    @Autowired
    private Changes changes;

    @Autowired
    private HistoryService historyService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @BeforeEach
    void forgetOtherTests() {
        transactions.executeWithoutResult(status -> {
            jdbc.execute("alter table audit_archive disable trigger all");
            jdbc.execute("alter table audit_publication disable trigger all");
            jdbc.execute("delete from audit_archive");
            jdbc.execute("delete from audit_publication");
            jdbc.execute("alter table audit_archive enable always trigger audit_archive_append_only");
            jdbc.execute("alter table audit_publication enable always trigger audit_publication_append_only");
        });
    }

    @Test
    void anEndedChangeIsInTheArchiveOnceAndReadBack() throws IOException {
        Change change = completed();

        archiver(new FolderArchive(folder)).archiveWhatHasEnded();
        archiver(new FolderArchive(folder)).archiveWhatHasEnded();

        Map<String, Object> row = onlyRow();
        Path kept = Path.of(row.get("location").toString());
        assertThat(kept).startsWithRaw(folder.resolve("acme/vets-api/7"));
        assertThat(row)
                .containsEntry("change_key", "acme/vets-api#7")
                .containsEntry("round", 1)
                .containsEntry("size", Files.size(kept))
                .containsEntry("instance_id", change.processInstanceId());
        assertThat(filesIn(folder)).containsExactly(kept);
    }

    @Test
    void aRunningChangeIsNotArchived() throws IOException {
        started();

        archiver(new FolderArchive(folder)).archiveWhatHasEnded();
        publication.publishWhatHasEnded();

        assertThat(filesIn(folder)).isEmpty();
        assertThat(comments()).noneSatisfy((key, text) -> assertThat(text).contains("Head of the record"));
    }

    @Test
    void whatIsNotReadBackAsItWasWrittenIsNotListedAndTriedAgain() throws IOException {
        completed();
        Archive forgetful = new Archive() {
            @Override
            public String put(String name, Path file) {
                return name;
            }

            @Override
            public InputStream open(String name) {
                return new ByteArrayInputStream(new byte[] {1});
            }
        };

        archiver(forgetful).archiveWhatHasEnded();
        assertThat(rows()).isEmpty();
        assertThat(removalTimes()).containsOnlyNulls();

        archiver(new FolderArchive(folder)).archiveWhatHasEnded();
        assertThat(rows()).hasSize(1);
        assertThat(removalTimes()).doesNotContainNull();
    }

    @Test
    void aCrashBetweenTheArchiveAndItsListIsMadeGoodWithTheSameBytesUnderTheSameName() throws IOException {
        completed();
        FolderArchive real = new FolderArchive(folder);
        Archive crashing = new Archive() {
            @Override
            public String put(String name, Path file) throws IOException {
                return real.put(name, file);
            }

            @Override
            public InputStream open(String name) throws IOException {
                throw new IOException("The node was killed here.");
            }
        };

        archiver(crashing).archiveWhatHasEnded();
        Path kept = filesIn(folder).get(0);
        byte[] before = Files.readAllBytes(kept);
        assertThat(rows()).isEmpty();
        archiver(real).archiveWhatHasEnded();

        assertThat(rows()).hasSize(1);
        assertThat(filesIn(folder)).containsExactly(kept);
        assertThat(Files.readAllBytes(kept)).isEqualTo(before);
    }

    @Test
    void aRecordThatWasChangedIsNotArchived() {
        Change change = completed();
        jdbc.update(
                "update act_hi_taskinst set assignee_ = 'somebody' where proc_inst_id_ = ?",
                change.processInstanceId());

        archiver(new FolderArchive(folder)).archiveWhatHasEnded();
        publication.publishWhatHasEnded();

        assertThat(rows()).isEmpty();
        assertThat(count("audit_publication", "instance_id", change.processInstanceId()))
                .isZero();
    }

    @Test
    void twoNodesAtTheSameMomentArchiveItOnce() throws Exception {
        completed();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> node = () -> {
            together.await();
            archiver(new FolderArchive(folder)).archiveWhatHasEnded();
            return true;
        };

        ExecutorService nodes = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> work = new ArrayList<>(List.of(nodes.submit(node), nodes.submit(node)));
        for (Future<Boolean> one : work) {
            assertThat(one.get()).isTrue();
        }
        nodes.shutdown();

        assertThat(rows()).hasSize(1);
        assertThat(filesIn(folder)).hasSize(1);
    }

    @Test
    void theCleanupTakesOnlyWhatIsArchivedAndOnlyWhenItsTimeHasPassed() {
        Change change = completed();
        String instance = change.processInstanceId();

        cleanUpIn(4_000);
        assertThat(isInHistory(instance)).as("not archived").isTrue();

        archiver(new FolderArchive(folder)).archiveWhatHasEnded();
        cleanUpIn(100);
        assertThat(isInHistory(instance))
                .as("archived, but its time has not passed")
                .isTrue();

        cleanUpIn(4_000);
        assertThat(isInHistory(instance))
                .as("archived, and its time has passed")
                .isFalse();
        assertThat(count("act_hi_taskinst", "root_proc_inst_id_", instance)).isZero();
        assertThat(count("audit_event", "instance_id", instance))
                .as("the chain stays")
                .isPositive();
    }

    @Test
    void theDatabaseItselfRefusesToDeleteTheHistoryOfWhatIsNotArchived() {
        Change change = completed();

        for (String table : List.of(
                "act_hi_procinst",
                "act_hi_actinst",
                "act_hi_taskinst",
                "act_hi_varinst",
                "act_hi_detail",
                "act_hi_op_log")) {
            assertThatThrownBy(() -> jdbc.update(
                            "delete from " + table + " where root_proc_inst_id_ = ?", change.processInstanceId()))
                    .as(table)
                    .hasMessageContaining("History is kept");
        }
        for (String table :
                List.of("audit_archive", "audit_publication", "evidence", "evidence_chunk", "audit_event")) {
            for (String attempt : List.of("delete from ", "truncate ")) {
                assertThatThrownBy(() ->
                                jdbc.execute(attempt + table + (attempt.startsWith("truncate") ? " cascade" : "")))
                        .as(attempt + table)
                        .hasStackTraceContaining("append-only");
            }
        }
        for (String update : List.of(
                "update evidence set sha256 = 'x'",
                "update evidence_chunk set seq = 1",
                "update audit_archive set round = 2",
                "update audit_publication set comment_url = ''",
                "update audit_event set hash = ''")) {
            assertThatThrownBy(() -> jdbc.execute(update)).as(update).hasMessageContaining("append-only");
        }
    }

    @Test
    void theHeadIsPublishedOnThePullRequestAsTheVerifierPrintsIt() throws IOException {
        Change change = completed();

        gitHubIsDown(true);
        publication.publishWhatHasEnded();
        assertThat(count("audit_publication", "instance_id", change.processInstanceId()))
                .isZero();

        gitHubIsDown(false);
        publication.publishWhatHasEnded();
        publication.publishWhatHasEnded();

        String head = jdbc.queryForObject("select record_head from audit_publication", String.class);
        assertThat(comments().values())
                .filteredOn(text -> text.contains("The record of this change is closed"))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("`" + head + "`", "sha256:", "/api/changes/acme/vets-api/7/audit.zip"));
        assertThat(bundles.of(change)
                        .writeTo(java.io.OutputStream.nullOutputStream())
                        .recordHead())
                .isEqualTo(head);
    }

    private Change completed() {
        started();
        prepare();
        approveBoth();
        finish();
        return changes.find(REF).orElseThrow();
    }

    private Archiver archiver(Archive archive) {
        return new Archiver(new ArchivePlace(archive), ended, bundles, check, retention, jdbc, Clock.systemUTC());
    }

    private void cleanUpIn(int days) {
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(days, ChronoUnit.DAYS)));
        historyService.cleanUpHistoryAsync(true);
        for (Job job : historyService.findHistoryCleanupJobs()) {
            managementService.executeJob(job.getId());
        }
        ClockUtil.reset();
    }

    private boolean isInHistory(String instance) {
        return historyService
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                == 1;
    }

    private List<Map<String, Object>> rows() {
        return jdbc.queryForList("select * from audit_archive");
    }

    private Map<String, Object> onlyRow() {
        assertThat(rows()).hasSize(1);
        return rows().get(0);
    }

    private List<Date> removalTimes() {
        return jdbc.queryForList("select removal_time_ from act_hi_procinst", Date.class);
    }

    private long count(String table, String column, String value) {
        Long count =
                jdbc.queryForObject("select count(*) from " + table + " where " + column + " = ?", Long.class, value);
        return count == null ? 0 : count;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
