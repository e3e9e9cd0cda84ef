package io.rakegate.identity;

import io.rakegate.support.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The identity room by itself, with the real engine, its web applications and REST API on a real PostgreSQL. Not a
 * configuration by annotation, so that the whole application's tests do not pick it up.
 */
@EnableAutoConfiguration
@ComponentScan({"io.rakegate.identity", "io.rakegate.probe", "io.rakegate.sandbox.people"})
@ConfigurationPropertiesScan({"io.rakegate.identity", "io.rakegate.sandbox.people"})
public class IdentityApplication {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    /** What an expression of an attacker would set off. */
    @Bean
    Tripwire tripwire() {
        return new Tripwire();
    }

    @Bean
    DataSource dataSource() {
        return TestDatabase.dataSource(TestDatabase.migrated());
    }

    @Bean
    Deployed deployed(RepositoryService repository) {
        repository
                .createDeployment()
                .name("test")
                .addModelInstance("prod-db-change.bpmn", process())
                .deploy();
        return new Deployed();
    }

    private static BpmnModelInstance process() {
        return Bpmn.createExecutableProcess("ProdDbChange")
                .name("Production database change")
                .camundaHistoryTimeToLive(3650)
                .startEvent()
                .userTask("Task_ApproveAsConsoleServices")
                .name("Approve as Console Services")
                .camundaCandidateGroups("console-services")
                .endEvent()
                .done();
    }

    record Deployed() {}

    /** Remembers whether somebody got the server to call it. */
    public static class Tripwire {

        private final AtomicInteger trips = new AtomicInteger();

        public String trip() {
            trips.incrementAndGet();
            return "tripped";
        }

        public int trips() {
            return trips.get();
        }
    }
}
