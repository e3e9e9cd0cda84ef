package io.rakegate.audit.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.audit.LinkHash;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of rows of the engine's history that are compared with the chain: which events tell of them, what tells them
 * apart, and what of them must not change.
 */
enum HistoryKind {
    INSTANCE(
            "HistoricProcessInstance",
            Set.of(),
            "the case",
            "id",
            "processDefinitionKey businessKey startTime endTime endActivityId startUserId",
            """
            select id_ as id, proc_def_key_ as "processDefinitionKey", business_key_ as "businessKey",
              start_time_ as "startTime", end_time_ as "endTime", end_act_id_ as "endActivityId",
              start_user_id_ as "startUserId"
            from act_hi_procinst where root_proc_inst_id_ = ?"""),
    ACTIVITY(
            "HistoricActivityInstance",
            Set.of(),
            "the passage through a diagram's element",
            "id",
            "activityId startTime endTime",
            """
            select id_ as id, act_id_ as "activityId", start_time_ as "startTime", end_time_ as "endTime"
            from act_hi_actinst where root_proc_inst_id_ = ?"""),
    TASK(
            "HistoricTaskInstance",
            Set.of(),
            "the task",
            "taskId",
            "name taskDefinitionKey assignee owner startTime endTime",
            """
            select id_ as "taskId", name_ as name, task_def_key_ as "taskDefinitionKey", assignee_ as assignee,
              owner_ as owner, start_time_ as "startTime", end_time_ as "endTime"
            from act_hi_taskinst where root_proc_inst_id_ = ?"""),
    VARIABLE(
            "HistoricVariableUpdate",
            Set.of("create", "update", "delete"),
            "a value of the variable",
            "variableInstanceId sequenceCounter",
            "variableName textValue longValue byteValue userOperationId",
            """
            select detail.var_inst_id_ as "variableInstanceId", detail.sequence_counter_ as "sequenceCounter",
              detail.name_ as "variableName", detail.text_ as "textValue", detail.long_ as "longValue",
              'sha256:' || encode(sha256(bytes.bytes_), 'hex') as "byteValue",
              detail.operation_id_ as "userOperationId"
            from act_hi_detail detail left join act_ge_bytearray bytes on bytes.id_ = detail.bytearray_id_
            where detail.root_proc_inst_id_ = ? and detail.type_ = 'VariableUpdate'"""),
    OPERATION(
            "UserOperationLogEntry",
            Set.of(),
            "an entry of the operation log",
            "operationId entityType property taskId orgValue newValue",
            "operationType userId annotation",
            """
            select operation_id_ as "operationId", entity_type_ as "entityType", property_ as property,
              task_id_ as "taskId", org_value_ as "orgValue", new_value_ as "newValue",
              operation_type_ as "operationType", user_id_ as "userId", annotation_ as annotation
            from act_hi_op_log where root_proc_inst_id_ = ?""");

    private static final int LONGEST_TEXT = 1_000;
    private static final List<String> BEGINNING = List.of("startTime", "startUserId");

    private final String event;
    private final Set<String> types;
    private final String words;
    private final List<String> key;
    private final List<String> fields;
    private final String sql;

    HistoryKind(String event, Set<String> types, String words, String key, String fields, String sql) {
        this.event = event;
        this.types = types;
        this.words = words;
        this.key = List.of(key.split(" "));
        this.fields = List.of(fields.split(" "));
        this.sql = sql;
    }

    /** Where a fact is taken from: an event, or a row. */
    interface Facts {

        @Nullable String of(String field);
    }

    /** Whether an event tells of such a row. */
    boolean isTold(String kind, JsonNode facts) {
        return event.equals(kind)
                && (types.isEmpty() || types.contains(facts.path("eventType").asText()));
    }

    String key(JsonNode facts) {
        return key(field -> text(facts.path(field)));
    }

    /** What an event says of the fields that are compared. */
    Map<String, String> facts(JsonNode event) {
        Map<String, String> facts = new HashMap<>();
        for (String field : fields) {
            String value = text(event.path(field));
            if (value != null) {
                facts.put(field, value);
            }
        }
        return facts;
    }

    /** A later event about the same row says all of it anew, but for how it began. */
    static Map<String, String> toldAgain(Map<String, String> before, Map<String, String> now) {
        Map<String, String> both = new HashMap<>(now);
        BEGINNING.forEach(field -> {
            if (before.containsKey(field)) {
                both.putIfAbsent(field, before.get(field));
            }
        });
        return both;
    }

    String key(Facts facts) {
        return joined(key, facts);
    }

    String row(Facts facts) {
        return joined(fields, facts);
    }

    private static String joined(List<String> fields, Facts facts) {
        return fields.stream()
                .filter(field -> facts.of(field) != null)
                .map(field -> field + "=" + facts.of(field))
                .collect(Collectors.joining(", "));
    }

    /** Long texts and bytes stand in the chain by their hash. */
    private static @Nullable String text(JsonNode value) {
        if (value.isObject()) {
            return "sha256:" + value.path("sha256").asText();
        }
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    /** A value of a row as the chain would have it. */
    static @Nullable String hashedIfLong(@Nullable String text) {
        return text == null || text.length() <= LONGEST_TEXT ? text : "sha256:" + LinkHash.of(text);
    }

    /** What to call such a row in a sentence. */
    String words() {
        return words;
    }

    /** Selects the rows of a change, with the events' names for the columns. */
    String sql() {
        return sql;
    }

    /** Every field that is compared. */
    List<String> allFields() {
        return Arrays.asList(key, fields).stream().flatMap(List::stream).toList();
    }
}
