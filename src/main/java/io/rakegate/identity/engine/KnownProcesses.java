package io.rakegate.identity.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.ModelParseException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The processes that are deployed, in whatever version, and have tasks for people. */
@Component
class KnownProcesses {

    private final JdbcTemplate database;
    private final OnceASecond<Set<String>> withTasks;

    /** By the id of a definition, which never changes. */
    private final Map<String, Boolean> hasTasks = new ConcurrentHashMap<>();

    KnownProcesses(JdbcTemplate database) {
        this.database = database;
        this.withTasks = new OnceASecond<>(this::read);
    }

    /** Their keys, as far as was known a second ago; this node knows what it deploys itself at once. */
    Set<String> withTasks() {
        return withTasks.get();
    }

    void forget() {
        withTasks.forget();
    }

    private Set<String> read() {
        List<Definition> all = database.query(
                "select id_, key_ from act_re_procdef",
                (row, number) -> new Definition(row.getString("id_"), row.getString("key_")));
        return all.stream()
                .filter(definition -> hasTasks.computeIfAbsent(definition.id(), this::readsTasks))
                .map(Definition::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of a diagram that cannot be read it is not said that it has none. */
    private boolean readsTasks(String definition) {
        List<byte[]> diagrams = database.queryForList(
                "select diagram.bytes_ from act_re_procdef definition"
                        + " join act_ge_bytearray diagram on diagram.deployment_id_ = definition.deployment_id_"
                        + " and diagram.name_ = definition.resource_name_ where definition.id_ = ?",
                byte[].class,
                definition);
        try {
            return diagrams.isEmpty()
                    || !Bpmn.readModelFromStream(new ByteArrayInputStream(diagrams.get(0)))
                            .getModelElementsByType(UserTask.class)
                            .isEmpty();
        } catch (ModelParseException unreadable) {
            return true;
        }
    }

    private record Definition(String id, String key) {}
}
