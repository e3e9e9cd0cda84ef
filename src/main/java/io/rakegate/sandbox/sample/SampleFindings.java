package io.rakegate.sandbox.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rakegate.policy.FindingAnswer.Kind;
import io.rakegate.sandbox.github.InSandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the sandbox's people say to findings, and which waivers they accept. */
@InSandbox
@Component("sandboxSampleFindings")
class SampleFindings {

    private final OwnServer server;
    private final JsonMapper json = new JsonMapper();

    SampleFindings(OwnServer server) {
        this.server = server;
    }

    /** An answer to each finding that has none, as the interface takes it. */
    String answers(String person, int number) throws IOException, InterruptedException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode finding : findings(person, number)) {
            if (finding.path("state").asText().equals("OPEN")
                    && !finding.path("blocking").asBoolean()) {
                rows.add(answer(finding));
            }
        }
        return json.writeValueAsString(rows);
    }

    /** Every waiver of a change, as the interface takes it. */
    String waivers(String person, int number) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (JsonNode finding : findings(person, number)) {
            if (List.of("WAIVED", "ACCEPTED").contains(finding.path("state").asText())) {
                ids.add(finding.path("id").asText());
            }
        }
        return json.writeValueAsString(ids);
    }

    private JsonNode findings(String person, int number) throws IOException, InterruptedException {
        return server.get(person, SampleWalk.CHANGES + "/" + number + "/findings")
                .body();
    }

    private static Map<String, String> answer(JsonNode finding) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", finding.path("id").asText());
        switch (finding.path("rule").asText()) {
            case "WritesHappenInATransaction" -> {
                row.put("kind", Kind.ATOMIC_PER_BATCH.id());
                row.put("text", "Each batch stands alone, and a second run goes on where the first one stopped.");
            }
            case "TaskHasADryRun" -> {
                row.put("kind", Kind.WAIVED.id());
                row.put(
                        "text",
                        "The query that selects the rows was run by itself in staging, and its result is attached.");
            }
            default -> {
                row.put("kind", Kind.EXPLAINED.id());
                row.put("text", "We tried it in development with the same data: it does no harm here.");
            }
        }
        return row;
    }
}
