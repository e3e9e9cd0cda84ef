package io.rakegate.pullrequest.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rakegate.pullrequest.BranchPushed;
import io.rakegate.pullrequest.PullRequestChanged;
import io.rakegate.pullrequest.PullRequestProposed;
import io.rakegate.pullrequest.PullRequestRef;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every payload that GitHub publishes for the events that Rakegate knows, of github.com and of
 * Enterprise Server. They come from npm when the test runs; without
 * npm the test is skipped, except on the build server ({@code CI=true}).
 */
class PublishedExamplesTest extends WebhookTestBase {

    private static final String PACKAGE = "@octokit/webhooks-examples";
    private static final String VERSION = "7.6.1";
    private static final Path FOLDER = Path.of("target", "webhooks-examples-" + VERSION);
    private static final Path PAYLOADS = FOLDER.resolve(Path.of("node_modules", "@octokit", "webhooks-examples"));

    private record Example(String server, String event, int number, JsonNode payload) {}

    @TestFactory
    Stream<DynamicTest> everyPublishedPayloadIsTaken() throws Exception {
        List<Example> examples = examples();

        assertThat(examples).extracting(Example::event).containsAll(WebhookPayload.KNOWN_EVENTS);
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.server + " " + example.event + " " + example.number, () -> isTaken(example)));
    }

    private void isTaken(Example example) throws Exception {
        forget();

        int status = send(delivery(example.event, example.payload.toString())).getStatus();

        String repository = example.payload.at("/repository/full_name").asText();
        boolean ours = repository.equals("Codertocat/Hello-World") || example.event.equals("ping");
        assertThat(status).isEqualTo(ours ? 202 : 204);
        assertThat(recorded()).hasSize(ours ? 1 : 0);
        assertThat(listener().heard).containsExactlyElementsOf(ours ? expected(example) : List.of());
    }

    private static List<Object> expected(Example example) {
        JsonNode payload = example.payload;
        return switch (example.event) {
            case "pull_request" ->
                List.of(new PullRequestProposed(new PullRequestRef(
                        "Codertocat", "Hello-World", payload.get("number").asInt())));
            case "pull_request_review" ->
                List.of(changed(payload.at("/pull_request/number").asInt()));
            case "issue_comment" ->
                payload.at("/issue/pull_request").isMissingNode()
                        ? List.of()
                        : List.of(changed(payload.at("/issue/number").asInt()));
            case "check_run" -> {
                List<Object> named = new ArrayList<>();
                payload.at("/check_run/pull_requests")
                        .forEach(pull -> named.add(changed(pull.get("number").asInt())));
                yield named;
            }
            case "push" -> {
                String ref = payload.get("ref").asText();
                boolean branch =
                        ref.startsWith("refs/heads/") && !payload.get("deleted").asBoolean();
                yield branch
                        ? List.of(new BranchPushed(
                                "Codertocat/Hello-World",
                                ref.substring("refs/heads/".length()),
                                payload.get("after").asText()))
                        : List.of();
            }
            default -> List.of();
        };
    }

    private static PullRequestChanged changed(int number) {
        return new PullRequestChanged(new PullRequestRef("Codertocat", "Hello-World", number));
    }

    private static List<Example> examples() throws IOException, InterruptedException {
        boolean fetched = Files.exists(PAYLOADS) || fetch();
        assumeTrue(fetched || "true".equals(System.getenv("CI")), "npm is not here or cannot fetch " + PACKAGE);
        List<Example> examples = new ArrayList<>();
        try (DirectoryStream<Path> servers = Files.newDirectoryStream(PAYLOADS, Files::isDirectory)) {
            for (Path server : servers) {
                addExamples(server, examples);
            }
        }
        return examples;
    }

    private static void addExamples(Path server, List<Example> examples) throws IOException {
        String name = server.getFileName().toString();
        for (JsonNode group :
                new ObjectMapper().readTree(server.resolve("index.json").toFile())) {
            String event = group.get("name").asText();
            if (WebhookPayload.KNOWN_EVENTS.contains(event)) {
                group.get("examples")
                        .forEach(payload -> examples.add(new Example(name, event, examples.size() + 1, payload)));
            }
        }
    }

    private static boolean fetch() throws IOException, InterruptedException {
        boolean windows = File.separatorChar == '\\';
        try {
            Process npm = new ProcessBuilder(
                            windows ? "npm.cmd" : "npm",
                            "install",
                            "--prefix",
                            FOLDER.toString(),
                            "--no-save",
                            "--no-audit",
                            "--no-fund",
                            "--ignore-scripts",
                            PACKAGE + "@" + VERSION)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            Files.createDirectories(FOLDER).resolve("npm.log").toFile())
                    .start();
            return npm.waitFor(2, TimeUnit.MINUTES) && npm.exitValue() == 0;
        } catch (IOException noNpm) {
            return false;
        }
    }
}
