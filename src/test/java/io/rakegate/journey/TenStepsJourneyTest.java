package io.rakegate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The ten steps on the embedded default: a PostgreSQL that the application starts itself. */
@WholeApplication
class TenStepsJourneyTest extends TenStepsJourney {

    @DynamicPropertySource
    static void embedded(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("rakegate.test.folder", "target/tests")));
        Path binaries = folder.resolve("postgres-binaries");
        if (Files.notExists(binaries)) {
            // unpacking them takes longer than the journey
            Files.createSymbolicLink(binaries, TestDatabase.binaries());
        }
        properties.add(
                "rakegate.database.embedded.directory",
                () -> folder.resolve("postgres").toString());
        properties.add("rakegate.database.embedded.port", () -> 0);
        properties.add("rakegate.database.embedded.fresh", () -> true);
    }

    @Test
    void eachOperationIsDescribedWithItsParametersAndItsRefusals() {
        JsonNode paths = rakegate.get("auditor", "/v3/api-docs").accepted().path("paths");

        List<String> undescribed = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> undescribed.addAll(
                                missing(operation.getKey() + " " + path.getKey(), operation.getValue()))));

        assertThat(paths.size()).isGreaterThan(15);
        assertThat(undescribed).isEmpty();
        assertThat(paths.at("/~1api~1changes/post/responses").properties())
                .extracting(Map.Entry::getKey)
                .contains("201", "401", "403", "409", "422", "503")
                .doesNotContain("200");
    }

    private static List<String> missing(String name, JsonNode operation) {
        List<String> missing = new ArrayList<>();
        if (operation.path("summary").asText().isEmpty()) {
            missing.add(name + " has no summary");
        }
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("description").asText().isEmpty()) {
                missing.add(
                        name + " does not say what " + parameter.path("name").asText() + " is");
            }
        });
        operation.path("responses").properties().forEach(answer -> {
            boolean refusal = answer.getKey().compareTo("400") >= 0;
            if (refusal && !answer.getValue().path("content").has("application/problem+json")) {
                missing.add(name + " answers " + answer.getKey() + " with no problem");
            }
        });
        if (!operation.path("responses").has("429")) {
            missing.add(name + " names no refusal");
        }
        return missing;
    }
}
