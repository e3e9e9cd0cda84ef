package io.rakegate.audit.bundle;

import io.rakegate.process.Change;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.springframework.stereotype.Component;

/** The diagrams that were in force for a change, and for the processes it called, as they were deployed. */
@Component
class Diagrams {

    private final HistoryService historyService;
    private final RepositoryService repositoryService;

    Diagrams(HistoryService historyService, RepositoryService repositoryService) {
        this.historyService = historyService;
        this.repositoryService = repositoryService;
    }

    /** BPMN 2.0 XML by its name in the bundle, in the order of the names. */
    Map<String, byte[]> of(Change change) {
        Map<String, byte[]> diagrams = new TreeMap<>();
        HistoricProcessInstanceQuery own =
                historyService.createHistoricProcessInstanceQuery().processInstanceId(change.processInstanceId());
        own.list().forEach(instance -> add(instance, diagrams));
        HistoricProcessInstanceQuery called =
                historyService.createHistoricProcessInstanceQuery().superProcessInstanceId(change.processInstanceId());
        called.list().forEach(instance -> add(instance, diagrams));
        return diagrams;
    }

    private void add(HistoricProcessInstance instance, Map<String, byte[]> diagrams) {
        String name = "diagrams/" + instance.getProcessDefinitionKey() + "-version-"
                + instance.getProcessDefinitionVersion() + ".bpmn";
        diagrams.computeIfAbsent(name, absent -> read(instance.getProcessDefinitionId()));
    }

    private byte[] read(String processDefinitionId) {
        try (InputStream xml = repositoryService.getProcessModel(processDefinitionId)) {
            return xml.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The diagram " + processDefinitionId + " cannot be read", unreadable);
        }
    }
}
