package io.rakegate.evidence;

import static io.rakegate.evidence.EvidenceSamples.HEAD;
import static io.rakegate.evidence.EvidenceSamples.OTHER;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.pullrequest.PullRequestRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = EvidenceWeb.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "rakegate.evidence.max-file-size=1MB"})
class EvidenceUploadTest {

    private static final String LOG = "Updated 12 of 12 rows\n";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};

    private static final String PERSONAL = "größe 12\nssn 123-45-6789\nmail jane.doe@example.com\n";

    @LocalServerPort
    private int port;

    @Autowired
    private FakeEvidenceDesk desk;

    @Autowired
    private EvidenceRecords records;

    @Test
    void aFileWithItsFieldsBecomesARecord() {
        PullRequestRef change = desk.open();

        Form.Answer answer = Form.complete()
                .with("sha", HEAD)
                .with("startedAt", "2026-03-01T11:00:00Z")
                .with("endedAt", "2026-03-01T06:30:00-05:00")
                .with("exitStatus", "0")
                .with("rowsBefore", "2834977")
                .with("rowsChanged", "2782578")
                .with("rowsAfter", "52399")
                .with("expectedRemainder", "52399")
                .with("logPointer", "CloudWatch prod, 11:00")
                .file("run.log", LOG)
                .to(port, change, "staging");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        Evidence stored = records.of(change).get(0);
        assertThat(stored)
                .extracting(
                        Evidence::uploadedBy,
                        Evidence::environment,
                        Evidence::headSha,
                        Evidence::rowsChanged,
                        Evidence::exitStatus,
                        Evidence::contentType,
                        Evidence::sha256)
                .containsExactly(
                        "creator",
                        EvidenceEnvironment.STAGING,
                        HEAD,
                        2782578L,
                        0,
                        "text/plain",
                        DigestUtils.sha256Hex(LOG));
        assertThat(stored.endedAt()).isEqualTo("2026-03-01T11:30:00Z");
        assertThat(answer.json().get("id").asText()).isEqualTo(stored.id().toString());
        assertThat(answer.json().get("environment").asText()).isEqualTo("staging");
        assertThat(new Form.Answer(Form.complete()
                                .get(port, answer.header("Location"))
                                .response())
                        .json())
                .isEqualTo(answer.json());
    }

    @Test
    void aFailedRunIsTakenAndSaysSo() {
        PullRequestRef change = desk.open();

        Form.Answer answer = upload(Form.complete().with("exitStatus", "1"), change);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().get("exitStatus").asInt()).isEqualTo(1);
    }

    @Test
    void theCurrentHeadIsTakenWhereNoCommitIsGiven() {
        PullRequestRef change = desk.open();

        upload(Form.complete(), change);

        assertThat(records.current(change, EvidenceEnvironment.STAGING, HEAD)).isPresent();
    }

    @Test
    void aTextOfTenThousandCharactersIsStoredWhole() {
        PullRequestRef change = desk.open();
        String text = "\"quoted\" <b>bold</b> 🚀 ".repeat(450);

        Form.Answer answer = upload(Form.complete().with("summary", text), change);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(records.of(change).get(0).summary()).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "sha           | abc123                                   | 422",
                "sha           | " + OTHER + " | 409",
                "command       | ~~                                       | 422",
                "command       | TBD                                      | 422",
                "summary       | ~~                                       | 422",
                "summary       | Paste output here                        | 422",
                "logPointer    | <insert a link to the log here>          | 422",
                "startedAt     | yesterday                                | 422",
                "startedAt     | 2026-03-01T10:00                         | 422",
                "startedAt     | 2026-02-01T10:00:00Z                     | 422",
                "startedAt     | 2026-03-01T13:00:00Z                     | 422",
                "endedAt       | 2026-03-01T13:00:00Z                     | 422",
                "exitStatus    | 256                                      | 422",
                "exitStatus    | ok                                       | 422",
                "rowsBefore    | -1                                       | 422",
                "rowsChanged   | many                                     | 422",
                "rowsAfter     | 2,782,578                                | 422",
                "expectedRemainder | 9999999999999999999                  | 422",
                "declaration   | perhaps                                  | 422",
                "useRedacted   | please                                   | 422",
                "summary       | Jane, ssn 123-45-6789, is done           | 422",
                "command       | API_TOKEN=ghp_16C7e42F292c6912E7710c838347Ae178B4a rake prod:a | 422",
                "logPointer    | ask jane.doe@example.com                 | 422",
                "rowsChangd    | 1                                        | 422"
            })
    void aFieldThatCannotBeTakenIsNamed(String field, String value, int status) {
        PullRequestRef change = desk.open();

        Form.Answer answer = upload(Form.complete().with(field, value), change);

        assertRefused(answer, status, field);
        assertThat(records.of(change)).isEmpty();
    }

    @Test
    void aRunThatStartsAfterItEndsIsRefused() {
        Form.Answer answer = upload(
                Form.complete().with("startedAt", "2026-03-01T11:00:00Z").with("endedAt", "2026-03-01T10:59:59Z"),
                desk.open());

        assertRefused(answer, 422, "startedAt");
    }

    @Test
    void noRowsChangedNeedsAReason() {
        PullRequestRef change = desk.open();

        assertRefused(upload(Form.complete().with("rowsChanged", "0"), change), 422, "zeroRowsReason");
        assertRefused(
                upload(Form.complete().with("rowsChanged", "0").with("zeroRowsReason", "n/a"), change),
                422,
                "zeroRowsReason");
        assertThat(upload(
                                Form.complete()
                                        .with("rowsChanged", "0")
                                        .with("zeroRowsReason", "The first run had changed them all."),
                                change)
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "development | {\"deployment\":\"vets-api-staging\",\"environment\":\"production\"}",
                "staging     | DEPLOY_ENV=dev bundle exec rake",
                "staging     | [env:dev] [1] rails(main)>",
                "local       | {\"vsp_environment\":\"staging\"}",
                "production  | deployment: vets-api-staging",
                "backout     | deployment_environment=staging"
            })
    void aLogThatWasMadeElsewhereIsRefused(String environment, String line) {
        PullRequestRef change = desk.open();

        Form.Answer answer =
                Form.complete().file("run.log", "first line\n" + line + "\n").to(port, change, environment);

        assertRefused(answer, 422, "environment");
        assertThat(answer.json().get("detail").asText()).contains("Line 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "staging    | {\"deployment\":\"vets-api-staging\",\"environment\":\"production\"}",
                "staging    | {\"environment\":\"production\",\"message\":\"RAILS_ENV=production\"}",
                "backout    | deployment=vets-api-prod",
                "local      | nothing is said of any deployment"
            })
    void theEnvironmentOfRailsIsNoDeploymentTag(String environment, String line) {
        Form.Answer answer = Form.complete().file("run.log", line).to(port, desk.open(), environment);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\t\n", "TBD", "<!-- paste output here -->", "> Paste your test results here\n"})
    void aFileThatSaysNothingIsRefused(String content) {
        Form.Answer answer = Form.complete().file("run.log", content).to(port, desk.open(), "staging");

        assertRefused(answer, 422, "file");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsRead() {
        Form.Answer answer =
                Form.complete().file("run.log", "x".repeat(2_000_000)).to(port, desk.open(), "staging");

        assertRefused(answer, 413, "file");
        assertThat(answer.json().get("detail").asText()).contains("1 MB");
    }

    @Test
    void whatIsNotWhatItsNameSaysIsRefused() {
        PullRequestRef change = desk.open();

        assertRefused(Form.complete().file("run.log", PNG).to(port, change, "staging"), 422, "file");
        assertRefused(Form.complete().file("proof.png", LOG).to(port, change, "staging"), 422, "file");
        assertRefused(Form.complete().file("rows.json", LOG).to(port, change, "staging"), 422, "file");
    }

    @Test
    void aKindOfFileThatIsNotTakenIsRefused() {
        byte[] program = {'M', 'Z', 0, 1, 2, 3};

        assertRefused(Form.complete().file("run.log", program).to(port, desk.open(), "staging"), 415, "file");
    }

    @Test
    void personalDataIsRefusedWithMaskedHits() {
        PullRequestRef change = desk.open();

        Form.Answer answer = Form.complete().file("run.log", PERSONAL).to(port, change, "staging");

        assertRefused(answer, 422, "file");
        assertThat(answer.json().get("hits")).hasSize(2);
        assertThat(answer.json().get("hits").get(0).get("line").asInt()).isEqualTo(2);
        assertThat(answer.json().get("hits").get(0).get("kind").asText()).isEqualTo("social security number");
        assertThat(answer.text()).doesNotContain("123-45-6789").doesNotContain("jane.doe");
        assertThat(records.of(change)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE"})
    void theRedactedCopyIsStoredIfItIsWanted(String charset) {
        PullRequestRef change = desk.open();
        String mark = charset.startsWith("UTF-16") ? "\ufeff" : "";

        Form.Answer answer = Form.complete()
                .with("useRedacted", "true")
                .file("run.log", (mark + PERSONAL).getBytes(Charset.forName(charset)))
                .to(port, change, "staging");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        Charset stored = charset.equals("ISO-8859-1") ? ISO_8859_1 : UTF_8;
        byte[] expected = "größe 12\nssn [redacted]\nmail [redacted]\n".getBytes(stored);
        Evidence evidence = records.of(change).get(0);
        assertThat(evidence.scan()).isEqualTo(Evidence.ScanResult.REDACTED);
        assertThat(evidence.sha256()).isEqualTo(DigestUtils.sha256Hex(expected));
        assertThat(evidence.size()).isEqualTo(expected.length);
    }

    @Test
    void aCleanFileStaysAsItIsEvenIfARedactedCopyWasWanted() {
        PullRequestRef change = desk.open();

        upload(Form.complete().with("useRedacted", "true"), change);

        assertThat(records.of(change))
                .singleElement()
                .extracting(Evidence::scan, Evidence::sha256)
                .containsExactly(Evidence.ScanResult.CLEAN, DigestUtils.sha256Hex(LOG));
    }

    @Test
    void anArchiveIsNotOpenedAndNeedsADeclaration() {
        byte[] bomb = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0};

        assertRefused(Form.complete().file("logs.zip", bomb).to(port, desk.open(), "staging"), 422, "declaration");
    }

    @Test
    void aBombIsStoredAsTheFewBytesThatItIs() throws IOException {
        PullRequestRef change = desk.open();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream bomb = new GZIPOutputStream(packed)) {
            for (int megabyte = 0; megabyte < 64; megabyte++) {
                bomb.write(new byte[1_000_000]);
            }
        }

        Form.Answer answer = Form.complete()
                .with("declaration", "true")
                .file("logs.gz", packed.toByteArray())
                .to(port, change, "staging");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(records.of(change)).extracting(Evidence::size).containsExactly((long) packed.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "..\\..\\windows\\run.log          | run.log",
                "C:/Users/me/run.log                    | run.log",
                "run\u0007\u001b[31m.log               | run[31m.log",
                "run\u202egol.exe.log                   | rungol.exe.log",
                "/                                      | evidence"
            })
    void aFileNameIsMadeHarmlessOnTheWire(String sent, String stored) {
        PullRequestRef change = desk.open();

        Form.Answer answer = Form.complete().file(sent, LOG).to(port, change, "staging");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(records.of(change)).extracting(Evidence::fileName).containsExactly(stored);
    }

    @Test
    void aFileNameWithPersonalDataIsRefused() {
        assertRefused(Form.complete().file("123-45-6789.log", LOG).to(port, desk.open(), "staging"), 422, "file");
    }

    @Test
    void aFileNameIsStoredWithoutItsPath() {
        PullRequestRef change = desk.open();

        Form.complete().file("../../etc/run.log", LOG).to(port, change, "staging");

        assertThat(records.of(change)).extracting(Evidence::fileName).containsExactly("run.log");
    }

    @Test
    void anImageNeedsADeclaration() {
        PullRequestRef change = desk.open();

        Form.Answer refused = Form.complete().file("proof.png", PNG).to(port, change, "staging");
        Form.Answer declared = Form.complete()
                .with("declaration", "true")
                .file("proof.png", PNG)
                .to(port, change, "staging");

        assertRefused(refused, 422, "declaration");
        assertThat(declared.status()).as(declared.text()).isEqualTo(201);
        assertThat(records.of(change))
                .singleElement()
                .extracting(Evidence::scan, Evidence::contentType)
                .containsExactly(Evidence.ScanResult.DECLARED, "image/png");
    }

    @Test
    void aFormWithoutItsFileOrWithTwoIsRefused() {
        PullRequestRef change = desk.open();

        assertRefused(Form.complete().to(port, change, "staging"), 422, "file");
        assertRefused(
                Form.complete().file("one.log", LOG).file("two.log", LOG).to(port, change, "staging"), 422, "file");
        assertRefused(
                Form.complete()
                        .file("document", "one.log", () -> InputStream.nullInputStream())
                        .to(port, change, "staging"),
                422,
                "file");
    }

    @Test
    void whoMayNotUploadIsToldWhy() {
        PullRequestRef refusing = desk.refusing("It is the operator's turn: Olga uploads the proof of step 8.");

        Form.Answer answer = upload(Form.complete(), refusing);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("detail").asText())
                .isEqualTo("It is the operator's turn: Olga uploads the proof of step 8.");
        assertThat(records.of(refusing)).isEmpty();
    }

    @Test
    void ofWhoCannotBeAnAuthorNothingIsStored() {
        PullRequestRef change = desk.refusingAuthors("You are already the engineering lead of this change.");

        Form.Answer answer = upload(Form.complete(), change);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("detail").asText()).contains("already the engineering lead");
        assertThat(records.of(change)).isEmpty();
    }

    @Test
    void aChangeThatHasEndedTakesNoMoreEvidence() {
        assertThat(upload(Form.complete(), desk.closed()).status()).isEqualTo(409);
    }

    @Test
    void aChangeOrEnvironmentThatIsNotThereIsNotFound() {
        PullRequestRef change = desk.open();

        assertThat(upload(Form.complete(), EvidenceSamples.aChange()).status()).isEqualTo(404);
        assertThat(Form.complete()
                        .file("run.log", LOG)
                        .to(port, "/api/changes/o/r/zero/evidence/staging")
                        .status())
                .isEqualTo(404);
        assertRefused(Form.complete().file("run.log", LOG).to(port, change, "moon"), 404, "environment");
    }

    @Test
    void whoIsNotLoggedInIsRefused() {
        assertThat(upload(Form.complete().by(""), desk.open()).status()).isEqualTo(401);
    }

    private Form.Answer upload(Form form, PullRequestRef change) {
        return form.file("run.log", LOG).to(port, change, "staging");
    }

    private static void assertRefused(Form.Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("field").asText()).isEqualTo(field);
        assertThat(answer.json().get("detail").asText()).hasSizeGreaterThan(20);
    }
}
