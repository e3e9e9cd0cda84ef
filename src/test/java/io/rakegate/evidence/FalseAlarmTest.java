package io.rakegate.evidence;

import static io.rakegate.evidence.EvidenceSamples.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.pullrequest.PullRequestRef;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the scan found and its uploader calls a false alarm: apart until an approver has decided, with the reason. */
@SpringBootTest(
        classes = EvidenceWeb.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "rakegate.evidence.max-file-size=1MB"})
class FalseAlarmTest {

    private static final String LOG = "batch 1 done\nssn 123-45-6789\n";
    private static final String WHY = "The number is the documentation's example and nobody's.";

    @LocalServerPort
    private int port;

    @Autowired
    private FakeEvidenceDesk desk;

    @Autowired
    private FakeOverrideDesk deciders;

    @Autowired
    private EvidenceRecords records;

    @Autowired
    private JdbcQuarantines quarantines;

    @Autowired
    private QuarantineEnds ends;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anyoneMayDecide() {
        deciders.reset();
    }

    @Test
    void aFileWhoseUploaderAsksWaitsAndIsNoEvidence() {
        PullRequestRef change = desk.open();

        Form.Answer asked = ask(change);

        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        assertThat(asked.json().get("state").asText()).isEqualTo("waiting");
        assertThat(asked.json().get("hits").get(0).get("line").asInt()).isEqualTo(2);
        assertThat(asked.text()).doesNotContain("123-45-6789");
        assertThat(records.of(change)).isEmpty();
        assertThat(quarantines.of(change)).singleElement().satisfies(file -> {
            assertThat(file.reason()).isEqualTo(WHY);
            assertThat(file.isWaiting()).isTrue();
        });
    }

    @Test
    void acceptedItBecomesEvidenceWithAllThatWasTyped() {
        PullRequestRef change = desk.open();
        String id = ask(change).json().get("id").asText();

        Form.Answer decided = decide(change, id, "lead", true, "It is the sample number of the documentation.");

        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        assertThat(records.of(change)).singleElement().satisfies(evidence -> {
            assertThat(evidence.scan()).isEqualTo(Evidence.ScanResult.OVERRIDDEN);
            assertThat(evidence.uploadedBy()).isEqualTo("creator");
            assertThat(evidence.rowsBefore()).isEqualTo(42L);
            assertThat(evidence.startedAt()).isEqualTo("2026-03-01T11:00:00Z");
            assertThat(evidence.sha256()).isEqualTo(DigestUtils.sha256Hex(LOG));
            assertThat(decided.json().get("decision").get("evidence").asText())
                    .isEqualTo(evidence.id().toString());
        });
        assertThat(deciders.decided)
                .singleElement()
                .satisfies(file -> assertThat(file.decision())
                        .extracting(
                                Quarantined.Decision::by, Quarantined.Decision::accepted, Quarantined.Decision::reason)
                        .containsExactly("lead", true, "It is the sample number of the documentation."));
        assertThat(quarantines.hasBytes(UUID.fromString(id))).isFalse();
    }

    @Test
    void whoeverUploadedItDoesNotDecideAboutIt() {
        PullRequestRef change = desk.open();
        String id = ask(change).json().get("id").asText();

        Form.Answer accepted = decide(change, id, "creator", true, "It is the sample number of the documentation.");
        Form.Answer refused = decide(change, id, "creator", false, "It is a real number.");

        assertThat(accepted.status()).isEqualTo(403);
        assertThat(accepted.json().get("detail").asText()).contains("somebody else decides");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(quarantines.of(change).get(0).isWaiting()).isTrue();
        assertThat(records.of(change)).isEmpty();
    }

    @Test
    void whoCannotBeAnAuthorAsksForNothing() {
        PullRequestRef change = desk.refusingAuthors("You approve this change.");

        Form.Answer asked = ask(change);

        assertThat(asked.status()).isEqualTo(403);
        assertThat(quarantines.of(change)).isEmpty();
    }

    @Test
    void refusedItsBytesAreDeletedAndTheReasonIsKept() {
        PullRequestRef change = desk.open();
        String id = ask(change).json().get("id").asText();

        Form.Answer decided = decide(change, id, "lead", false, "The number is a veteran's.");

        assertThat(decided.json().get("state").asText()).isEqualTo("refused");
        assertThat(records.of(change)).isEmpty();
        assertThat(quarantines.hasBytes(UUID.fromString(id))).isFalse();
        assertThat(quarantines.of(change).get(0).decision()).isNotNull();
    }

    @Test
    void itIsDecidedOnce() {
        PullRequestRef change = desk.open();
        String id = ask(change).json().get("id").asText();
        decide(change, id, "lead", false, "The number is a veteran's.");

        Form.Answer again = decide(change, id, "console", true, "I see no person behind it.");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("detail").asText()).contains("lead has decided", "refused");
        assertThat(records.of(change)).isEmpty();
    }

    @Test
    void whoMayNotDecideIsToldWhyAndSeesNothing() {
        PullRequestRef change = desk.open();
        String id = ask(change).json().get("id").asText();
        deciders.refusal = "You are already an author of this change, so you cannot be its engineering lead approver.";

        Form.Answer decided = decide(change, id, "lead", true, "It is the sample number.");
        Form.Answer looked = Form.complete().by("lead").get(port, path(change) + "/" + id + "/file");
        Form.Answer own = Form.complete().by("creator").get(port, path(change) + "/" + id + "/file");

        assertThat(decided.status()).isEqualTo(403);
        assertThat(decided.json().get("detail").asText()).contains("an author of this change");
        assertThat(looked.status()).isEqualTo(403);
        assertThat(looked.text()).doesNotContain("123-45-6789");
        assertThat(own.status()).isEqualTo(200);
        assertThat(records.of(change)).isEmpty();
    }

    @Test
    void whoDecidesLooksAtItAsADownloadThatNoBrowserRenders() {
        PullRequestRef change = desk.open();
        String id = ask(change).json().get("id").asText();

        Form.Answer file = Form.complete().by("lead").get(port, path(change) + "/" + id + "/file");

        assertThat(file.text()).isEqualTo(LOG);
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "n/a", "It is jane.doe@example.com, who agreed."})
    void aDecisionNeedsAReasonThatShowsNobody(String reason) {
        PullRequestRef change = desk.open();
        String id = ask(change).json().get("id").asText();

        Form.Answer decided = decide(change, id, "lead", true, reason);

        assertThat(decided.status()).isEqualTo(422);
        assertThat(decided.json().get("field").asText()).isEqualTo("reason");
        assertThat(quarantines.of(change).get(0).isWaiting()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TBD", "ask jane.doe@example.com"})
    void anUploaderWhoAsksGivesAReasonThatShowsNobody(String reason) {
        PullRequestRef change = desk.open();

        Form.Answer asked = Form.complete()
                .with("falseAlarmReason", reason)
                .file("run.log", LOG)
                .to(port, change, "staging");

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.json().get("field").asText()).isEqualTo("falseAlarmReason");
        assertThat(quarantines.of(change)).isEmpty();
    }

    @Test
    void aFileForAnOlderCommitIsNotAccepted() {
        PullRequestRef change = desk.open();
        String id = ask(change).json().get("id").asText();
        deciders.headSha = OTHER;

        assertThat(decide(change, id, "lead", true, "It is the sample number.").status())
                .isEqualTo(409);
        assertThat(decide(change, id, "lead", false, "It is for an older commit.")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatTheChangeCannotTakeNoteOfIsNotDecided() {
        PullRequestRef change = desk.open();
        String id = ask(change).json().get("id").asText();
        deciders.failing = true;

        assertThat(decide(change, id, "lead", true, "It is the sample number.").status())
                .isEqualTo(500);

        assertThat(records.of(change)).isEmpty();
        assertThat(quarantines.of(change).get(0).isWaiting()).isTrue();
        assertThat(quarantines.hasBytes(UUID.fromString(id))).isTrue();
    }

    @Test
    void whatNobodyDecidedAboutInTimeIsForgottenWithoutAnotherUpload() {
        PullRequestRef change = desk.open();
        UUID old = UUID.randomUUID();
        String waiting = ask(change).json().get("id").asText();
        jdbc.sql("""
                        insert into evidence_quarantine (id, change_key, environment, head_sha, fields, uploaded_by,
                            uploaded_at, file_name, content_type, size, sha256, found, found_count, reason)
                        values (?, ?, 'LOCAL', ?, '{}', 'creator', '2026-02-01', 'run.log', 'text/plain', 1, ?, '[]', 1, 'x')""").params(old, change.key(), OTHER, "a".repeat(64)).update();
        jdbc.sql("insert into evidence_quarantine_chunk values (?, 0, 'x')")
                .param(old)
                .update();
        jdbc.sql("insert into evidence_quarantine_typed values (?, '{}')")
                .param(old)
                .update();

        ends.forget();

        assertThat(quarantines.hasBytes(old)).isFalse();
        assertThat(keptWords(old)).isZero();
        assertThat(quarantines.hasBytes(UUID.fromString(waiting))).isTrue();
        assertThat(keptWords(UUID.fromString(waiting))).isEqualTo(1);
        assertThat(decide(change, old.toString(), "lead", false, "Nobody needs it any more.")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatWasTypedWaitsTooAndIsShownMasked() {
        PullRequestRef change = desk.open();

        Form.Answer asked = askAboutText(change);

        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        assertThat(asked.json().get("hits").findValuesAsText("field"))
                .containsExactly("summary", "remainderReason", "file");
        assertThat(asked.text()).doesNotContain("123-45-6789", "jane.doe@example.com");
        assertThat(records.of(change)).isEmpty();
        assertThat(quarantines.of(change)).singleElement().satisfies(file -> {
            assertThat(file.fileName()).doesNotContain("jane.doe");
            assertThat(file.found().get(0).inWords())
                    .isEqualTo("what was typed as summary: social security number ***-**-****");
        });
        assertThat(keptForEver(asked.json().get("id").asText()))
                .contains("ticket [redacted]", "fill_in_color")
                .doesNotContain("123-45-6789", "jane.doe");
    }

    @Test
    void acceptedWhatWasTypedIsTakenWordForWord() {
        PullRequestRef change = desk.open();
        String id = askAboutText(change).json().get("id").asText();

        Form.Answer typed = Form.complete().by("lead").get(port, path(change) + "/" + id + "/typed");
        Form.Answer decided = decide(change, id, "lead", true, "It is the number of a ticket.");

        assertThat(typed.text()).contains("Summary:\nticket 123-45-6789", "jane.doe@example.com.log");
        assertThat(typed.header("Content-Disposition")).startsWith("attachment");
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        assertThat(records.of(change)).singleElement().satisfies(evidence -> {
            assertThat(evidence.scan()).isEqualTo(Evidence.ScanResult.OVERRIDDEN);
            assertThat(evidence.summary()).isEqualTo("ticket 123-45-6789");
            assertThat(evidence.remainderReason()).isEqualTo("owner jane.doe@example.com");
            assertThat(evidence.fileName()).isEqualTo("jane.doe@example.com.log");
        });
        assertThat(keptWords(UUID.fromString(id))).isZero();
    }

    @Test
    void refusedWhatWasTypedIsDeletedWithTheBytes() {
        PullRequestRef change = desk.open();
        String id = askAboutText(change).json().get("id").asText();
        deciders.refusal = "You are already an author of this change, so you cannot be its engineering lead approver.";
        Form.Answer looked = Form.complete().by("lead").get(port, path(change) + "/" + id + "/typed");
        deciders.refusal = null;

        Form.Answer decided = decide(change, id, "lead", false, "The number is a veteran's.");

        assertThat(looked.status()).isEqualTo(403);
        assertThat(looked.text()).doesNotContain("123-45-6789");
        assertThat(decided.json().get("state").asText()).isEqualTo("refused");
        assertThat(records.of(change)).isEmpty();
        assertThat(keptWords(UUID.fromString(id))).isZero();
        assertThat(Form.complete()
                        .by("creator")
                        .get(port, path(change) + "/" + id + "/typed")
                        .status())
                .isEqualTo(410);
    }

    @Test
    void aMaskedCopyWaitsForWhatWasTypedBesideIt() {
        PullRequestRef change = desk.open();

        Form.Answer asked = Form.complete()
                .with("falseAlarmReason", WHY)
                .with("useRedacted", "true")
                .with("summary", "ticket 123-45-6789")
                .file("run.log", LOG)
                .to(port, change, "staging");
        String id = asked.json().get("id").asText();

        assertThat(asked.json().get("hitCount").asInt()).isEqualTo(1);
        assertThat(Form.complete()
                        .by("lead")
                        .get(port, path(change) + "/" + id + "/file")
                        .text())
                .contains("ssn [redacted]");
    }

    @Test
    void aCleanFileIsStoredEvenIfItsUploaderAsked() {
        PullRequestRef change = desk.open();

        Form.Answer answer = Form.complete()
                .with("falseAlarmReason", WHY)
                .file("run.log", "all is well\n")
                .to(port, change, "staging");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(quarantines.of(change)).isEmpty();
    }

    private Form.Answer ask(PullRequestRef change) {
        return Form.complete()
                .with("falseAlarmReason", WHY)
                .with("rowsBefore", "42")
                .with("startedAt", "2026-03-01T11:00:00Z")
                .file("run.log", LOG)
                .to(port, change, "staging");
    }

    private Form.Answer askAboutText(PullRequestRef change) {
        return Form.complete()
                .with("falseAlarmReason", WHY)
                .with("summary", "ticket 123-45-6789")
                .with("remainderReason", "owner jane.doe@example.com")
                .file("jane.doe@example.com.log", "all is well\n")
                .to(port, change, "staging");
    }

    private int keptWords(UUID id) {
        return jdbc.sql("select count(*) from evidence_quarantine_typed where quarantine_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private String keptForEver(String id) {
        return jdbc.sql("select q::text from evidence_quarantine q where id = ?")
                .param(UUID.fromString(id))
                .query(String.class)
                .single();
    }

    private Form.Answer decide(PullRequestRef change, String id, String person, boolean accept, String reason) {
        return Form.complete()
                .by(person)
                .postJson(
                        port,
                        path(change) + "/" + id + "/decision",
                        "{\"accept\":%s,\"reason\":\"%s\"}".formatted(accept, reason));
    }

    private static String path(PullRequestRef change) {
        return "/api/changes/%s/%s/%d/quarantine".formatted(change.owner(), change.repository(), change.number());
    }
}
