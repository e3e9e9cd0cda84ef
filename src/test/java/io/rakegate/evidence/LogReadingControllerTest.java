package io.rakegate.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.pullrequest.PullRequestRef;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = EvidenceWeb.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "rakegate.evidence.max-file-size=1MB"})
class LogReadingControllerTest {

    @LocalServerPort
    private int port;

    @Autowired
    private FakeEvidenceDesk desk;

    @Autowired
    private EvidenceRecords records;

    @Test
    void fieldsAreReadForConfirmationAndNothingIsStored() {
        PullRequestRef change = desk.open();

        Form.Answer answer = Form.complete()
                .file("run.log", "Rows before: 12\nUpdated 10 rows\nUpdated 11 rows\n")
                .to(port, change, "staging/reading");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/fields/rowsBefore/value").asText()).isEqualTo("12");
        assertThat(answer.json().at("/fields/rowsBefore/line").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/unclear/rowsChanged")).hasSize(2);
        assertThat(records.of(change)).isEmpty();
    }

    @Test
    void onlyTextCanBeRead() {
        byte[] pdf = "%PDF-1.7 \u0000".getBytes(ISO_8859_1);

        Form.Answer answer = Form.complete().file("run.pdf", pdf).to(port, desk.open(), "staging/reading");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("field").asText()).isEqualTo("file");
    }

    @Test
    void whoMayNotUploadMayNotReadEither() {
        assertThat(Form.complete()
                        .file("run.log", "12")
                        .to(port, desk.refusing("It is not your turn."), "staging/reading")
                        .status())
                .isEqualTo(403);
        assertThat(Form.complete()
                        .by("")
                        .file("run.log", "12")
                        .to(port, desk.open(), "staging/reading")
                        .status())
                .isEqualTo(401);
    }
}
