package io.rakegate.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rakegate.process.catalogue.UserTask;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** The bundle as it is downloaded, what is in it, and what the program and the public tools say of it. */
class BundleTest extends BundleTestBase {

    private static final int END_OF_ZIP = 22;

    /** Changes nothing but how long the compiler of a program that runs for a second takes to warm up. */
    private static final String FAST = "-XX:TieredStopAtLevel=1";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aCompletedChangeIsOneFileThatVerifies() throws IOException {
        completed();

        Path zip = download();
        Path unpacked = unpack(zip, folder.resolve("unpacked"));
        JsonNode key = JSON.readTree(textOf(answerTo("creator", get("/api/audit/keys"))))
                .get(0);
        VerifyProgram.Answer onZip =
                VerifyProgram.run(zip, key.path("fingerprint").asText());
        VerifyProgram.Answer onFolder = VerifyProgram.run(
                unpacked,
                Files.writeString(
                                folder.resolve("key.pem"), key.path("publicKey").asText())
                        .toString());

        assertThat(onZip.status()).as(onZip.text()).isZero();
        assertThat(onFolder.status()).as(onFolder.text()).isZero();
        assertThat(onZip.text())
                .contains("Audit bundle of acme/vets-api#7, COMPLETED", "Head of the record: ", "NOTHING WAS CHANGED")
                .contains(key.path("fingerprint").asText());
        assertThat(filesIn(unpacked))
                .contains("README.txt", "Verify.java", "report.html", "report.pdf", "events.jsonl", "events.sha256")
                .contains("evidence.jsonl", "evidence/001-local-local.log", "evidence/004-production-production.log")
                .contains("diagrams/ProdDbChange-version-1.bpmn", "diagrams/RecordEvidence-version-1.bpmn")
                .contains("public-key.pem", "manifest.json", "manifest.dsse.json");
    }

    @Test
    void theReportSaysWhoDidWhatOnScreenAndOnPaper() throws IOException {
        started();
        complete(
                "creator",
                UserTask.ANSWER_REQUIRED_QUESTIONS,
                Map.of(
                        "findingAnswers",
                        findingAnswers("explained", "Single <b>statement</b> &amp; \u0001 “quoted” \uFFFF Größe")));

        Path unpacked = unpack(download(), folder.resolve("unpacked"));
        String html = Files.readString(unpacked.resolve("report.html"));
        String paper = textOfPdf(unpacked.resolve("report.pdf"));

        assertThat(html)
                .contains("Single &lt;b&gt;statement&lt;/b&gt; &amp;amp;", "“quoted”", "acme/vets-api#7")
                .doesNotContain("<script", "\u0001");
        assertThat(paper)
                .contains("Single <b>statement</b>", "Größe", "acme/vets-api#7", "The ten steps")
                .contains("completed “2 Answer the required questions”");
    }

    @Test
    void theSameChangeIsTheSameBytes() throws IOException {
        completed();

        byte[] first = Files.readAllBytes(download());
        byte[] second = Files.readAllBytes(download());

        assertThat(second).isEqualTo(first);
    }

    @Test
    void aRunningChangeHasABundleToo() throws IOException {
        started();

        VerifyProgram.Answer answer = VerifyProgram.run(download());

        assertThat(answer.status()).as(answer.text()).isZero();
        assertThat(answer.text()).contains("RUNNING");
        assertThat(textOf(answerTo("creator", get("/changes/acme/vets-api/7")))).contains("href=\"" + BUNDLE + "\"");
    }

    @Test
    void whoMaySeeNoChangeGetsNoBundle() {
        MockHttpServletResponse missing = answerTo("creator", get(BUNDLE));
        MockHttpServletResponse noNumber = answerTo("creator", get(BUNDLE.replace("/7/", "/x/")));

        assertThat(missing.getStatus()).isEqualTo(404);
        assertThat(textOf(missing)).contains("that you may see");
        assertThat(noNumber.getStatus()).isEqualTo(404);
    }

    @Test
    void evidenceThatIsNotWhatWasUploadedIsNamed() throws IOException {
        completed();
        evidenceBytesBecome("43 rows changed\n".getBytes(UTF_8));

        VerifyProgram.Answer answer = VerifyProgram.run(download());

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.text()).contains("is not what was uploaded");
    }

    @Test
    void anotherKeyThanTheTrustedOneIsNamed() throws IOException {
        started();
        Path zip = download();

        VerifyProgram.Answer wrong = VerifyProgram.run(zip, "sha256:" + "0".repeat(64));
        VerifyProgram.Answer noKey = VerifyProgram.run(zip, "nothing.pem");
        VerifyProgram.Answer noBundle = VerifyProgram.run(folder.resolve("nothing.zip"));

        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.text()).contains("public-key.pem is not the key you trust");
        assertThat(noKey.status()).isEqualTo(2);
        assertThat(noBundle.status()).isEqualTo(2);
    }

    /** Java's own reading of a zip ends in other ways than with a word about zips, depending on which byte it was. */
    @Test
    void eachByteOfTheEndOfTheZipCounts() throws IOException {
        started();
        byte[] before = Files.readAllBytes(download());
        Path changed = folder.resolve("changed.zip");
        for (int at = before.length - END_OF_ZIP; at < before.length; at++) {
            for (int value : new int[] {0, 1, 0x7F, 0xFF}) {
                byte[] after = before.clone();
                after[at] = (byte) value;
                if (after[at] == before[at]) {
                    continue;
                }
                Files.write(changed, after);

                VerifyProgram.Answer answer = VerifyProgram.run(changed);

                assertThat(answer.status())
                        .as("%d at %d of the last %d bytes: %s", value, at - before.length, END_OF_ZIP, answer.text())
                        .isEqualTo(1);
                assertThat(answer.text()).contains("changed.zip").doesNotContain("null");
            }
        }
    }

    @Test
    void anOutsiderRunsTheProgramAloneInAFolderOfTheirOwn() throws Exception {
        completed();
        Path zip = download();
        Path unpacked = unpack(zip, folder.resolve("unpacked"));

        Ran whole = run(unpacked, List.of(java(), FAST, "Verify.java", "."));
        Files.writeString(unpacked.resolve("evidence/002-development-development.log"), "another\n");
        Ran changed = run(unpacked, List.of(java(), FAST, "Verify.java", "."));
        Ran onZip = run(unpacked, List.of(java(), FAST, "Verify.java", "../audit.zip"));

        assertThat(whole.status).as(whole.text).isZero();
        assertThat(changed.status).as(changed.text).isEqualTo(1);
        assertThat(changed.text).contains("evidence/002-development-development.log was changed");
        assertThat(onZip.status).as(onZip.text).isZero();
    }

    @Test
    void publicToolsAgree() throws Exception {
        assumeThat(List.of("bash", "openssl", "jq", "sha256sum")).allMatch(BundleTest::isInstalled);
        completed();
        Path unpacked = unpack(download(), folder.resolve("unpacked"));
        String readme = Files.readString(unpacked.resolve("README.txt"));
        String commands = readme.substring(readme.indexOf("With public tools"))
                .lines()
                .filter(line -> line.startsWith("    "))
                .map(line -> line.strip().replace("/tmp/", "../"))
                .collect(Collectors.joining("\n"));

        Ran whole = run(unpacked, List.of("bash", "-euxo", "pipefail", "-c", commands));
        String events = Files.readString(unpacked.resolve("events.jsonl"));
        Files.writeString(unpacked.resolve("events.jsonl"), events.replaceFirst("creator", "console"));
        Ran changed = run(unpacked, List.of("bash", "-euxo", "pipefail", "-c", commands));

        assertThat(commands.lines().count()).isGreaterThan(8);
        assertThat(whole.status).as(whole.text).isZero();
        assertThat(whole.text).contains("Signature Verified Successfully");
        assertThat(changed.status).isNotZero();
        assertThat(changed.text).contains("events.jsonl: FAILED");
    }

    private static boolean isInstalled(String program) {
        return java.util.Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private record Ran(int status, String text) {}

    /** With nothing of ours on any path. */
    private Ran run(Path in, List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        int status = builder.start().waitFor();
        return new Ran(status, Files.readString(output));
    }

    private static List<String> filesIn(Path unpacked) throws IOException {
        try (var files = Files.walk(unpacked)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> unpacked.relativize(file).toString())
                    .toList();
        }
    }

    private static String textOfPdf(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
