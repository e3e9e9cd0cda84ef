package io.rakegate.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.pullrequest.PullRequestRef;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = EvidenceWeb.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "rakegate.evidence.max-file-size=1MB"})
class EvidenceDownloadTest {

    @LocalServerPort
    private int port;

    @Autowired
    private FakeEvidenceDesk desk;

    @Test
    void whatWasUploadedComesBackByteForByte() {
        String content = "1 row\n".repeat(100_000);
        PullRequestRef change = desk.open();
        JsonNode record = upload(change, "run.log", content);

        Form.Answer file = Form.complete().get(port, record.get("file").asText());

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).isEqualTo(content);
        assertThat(file.header("Content-Length")).isEqualTo(record.get("size").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "proof.html | <script>alert(document.cookie)</script>",
                "proof.svg  | <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'></svg>",
                "proof.xml  | <?xml version='1.0'?><a xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></a>",
                "proof.log  | <html><body onload='alert(1)'>42 rows</body></html>"
            })
    void markupIsAlwaysDownloadedAndNeverRendered(String name, String content) {
        JsonNode record = upload(desk.open(), name, content);

        Form.Answer file = Form.complete().get(port, record.get("file").asText());

        assertThat(file.header("Content-Type")).isEqualTo("text/plain");
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");
        assertThat(file.header("Cache-Control")).contains("no-store");
    }

    @Test
    void aNameWithLettersOfAnyLanguageSurvives() {
        JsonNode record = upload(desk.open(), "größe ✓.log", "1 row");

        Form.Answer file = Form.complete().get(port, record.get("file").asText());

        assertThat(record.get("fileName").asText()).isEqualTo("größe ✓.log");
        assertThat(file.header("Content-Disposition")).contains("filename*=UTF-8''gr%C3%B6%C3%9Fe%20%E2%9C%93.log");
    }

    @Test
    void theListHasEveryRecordOldestFirst() {
        PullRequestRef change = desk.open();
        upload(change, "first.log", "1 row");
        upload(change, "second.log", "2 rows");

        JsonNode list = Form.complete().get(port, pathOf(change)).json();

        assertThat(list).hasSize(2);
        assertThat(list.get(0).get("fileName").asText()).isEqualTo("first.log");
    }

    @Test
    void evidenceOfAnotherChangeIsNotFoundHere() {
        JsonNode record = upload(desk.open(), "run.log", "1 row");
        PullRequestRef other = desk.open();

        assertThat(status(pathOf(other) + "/" + record.get("id").asText())).isEqualTo(404);
        assertThat(status(pathOf(other) + "/" + record.get("id").asText() + "/file"))
                .isEqualTo(404);
        assertThat(status(pathOf(other) + "/" + UUID.randomUUID() + "/file")).isEqualTo(404);
        assertThat(status(pathOf(other) + "/not-an-id/file")).isEqualTo(404);
        assertThat(status(pathOf(EvidenceSamples.aChange()))).isEqualTo(404);
    }

    private int status(String path) {
        return Form.complete().get(port, path).status();
    }

    private JsonNode upload(PullRequestRef change, String fileName, String content) {
        Form.Answer answer = Form.complete()
                .with("declaration", "true")
                .file(fileName, content)
                .to(port, change, "staging");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static String pathOf(PullRequestRef change) {
        return "/api/changes/%s/%s/%d/evidence".formatted(change.owner(), change.repository(), change.number());
    }
}
