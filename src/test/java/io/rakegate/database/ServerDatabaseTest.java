package io.rakegate.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.support.AnotherNode;
import io.rakegate.support.ServerDatabase;
import io.rakegate.support.WithServerDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** On a PostgreSQL server, by configuration alone. */
@WithServerDatabase
class ServerDatabaseTest {

    private final String database = ServerDatabase.empty();

    @Test
    void twoNodesStartAtOnceAndWhatTheyStoredIsThereAfterARestart() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);

        List<Future<ConfigurableApplicationContext>> started;
        try {
            Callable<ConfigurableApplicationContext> node = this::start;
            started = nodes.invokeAll(List.of(node, node));
        } finally {
            nodes.shutdown();
        }
        try (ConfigurableApplicationContext one = started.get(0).get();
                ConfigurableApplicationContext other = started.get(1).get()) {
            startAChangeOn(one);
            assertThat(runningOn(other)).isEqualTo(1);
        }

        try (ConfigurableApplicationContext again = start()) {
            assertThat(again.getBeansOfType(EmbeddedDatabase.class)).isEmpty();
            assertThat(runningOn(again)).isEqualTo(1);
        }
    }

    private static void startAChangeOn(ConfigurableApplicationContext node) {
        node.getBean(RepositoryService.class)
                .createDeployment()
                .addModelInstance(
                        "waiting.bpmn",
                        Bpmn.createExecutableProcess("Waiting")
                                .startEvent()
                                .userTask()
                                .endEvent()
                                .done())
                .deploy();
        node.getBean(RuntimeService.class).startProcessInstanceByKey("Waiting", "o/r#1");
    }

    private static long runningOn(ConfigurableApplicationContext node) {
        return node.getBean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey("o/r#1")
                .count();
    }

    private ConfigurableApplicationContext start() {
        return AnotherNode.onTheEngine()
                .run(
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=" + ServerDatabase.USER,
                        "--spring.datasource.password=" + ServerDatabase.PASSWORD,
                        "--camunda.bpm.generate-unique-process-engine-name=true",
                        "--camunda.bpm.job-execution.enabled=false");
    }
}
