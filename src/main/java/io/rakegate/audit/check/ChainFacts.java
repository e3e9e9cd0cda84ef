package io.rakegate.audit.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rakegate.audit.AuditEvent;
import io.rakegate.audit.AuditTrail;
import io.rakegate.process.Change;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the chain of a change says that there has to be in the history, and which evidence was uploaded. */
final class ChainFacts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 500;
    private static final String EVIDENCE = "Evidence";

    private final Map<HistoryKind, Map<String, Map<String, String>>> rows = new EnumMap<>(HistoryKind.class);
    private final Map<String, JsonNode> uploads = new LinkedHashMap<>();

    private ChainFacts() {}

    static ChainFacts read(AuditTrail trail, Change change) {
        ChainFacts facts = new ChainFacts();
        long after = 0;
        for (List<AuditEvent> page = trail.events(change, 0, PAGE);
                !page.isEmpty();
                page = trail.events(change, after, PAGE)) {
            page.forEach(facts::add);
            after = page.get(page.size() - 1).sequence();
        }
        return facts;
    }

    private void add(AuditEvent event) {
        JsonNode record = read(event.record());
        JsonNode facts = record.path("event");
        String kind = record.path("kind").asText();
        if (kind.equals(EVIDENCE)) {
            uploads.put(facts.path("id").asText(), facts);
        }
        for (HistoryKind one : HistoryKind.values()) {
            if (one.isTold(kind, facts)) {
                rows.computeIfAbsent(one, absent -> new HashMap<>())
                        .merge(one.key(facts), one.facts(facts), HistoryKind::toldAgain);
            }
        }
    }

    /** A record that cannot be read says nothing; that it cannot be is found by its hash. */
    private static JsonNode read(String record) {
        try {
            return JSON.readTree(record);
        } catch (JsonProcessingException changed) {
            return JSON.missingNode();
        }
    }

    /** The rows of one kind that there have to be, each as a text, by what tells them apart. */
    Map<String, String> rows(HistoryKind kind) {
        Map<String, String> texts = new HashMap<>();
        rows.getOrDefault(kind, Map.of()).forEach((key, facts) -> texts.put(key, kind.row(facts::get)));
        return texts;
    }

    /** What was said at each upload of evidence, by the id of its record. */
    Map<String, JsonNode> uploads() {
        return uploads;
    }
}
