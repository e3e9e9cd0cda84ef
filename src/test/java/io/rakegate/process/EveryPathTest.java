package io.rakegate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** All tests of the process together come through every node and every flow of every diagram. */
@Suite
@SelectClasses({
    TenSteps.class,
    PreparationPaths.class,
    FindingPaths.class,
    ApprovalPaths.class,
    RunPaths.class,
    ClosingIsAContract.class,
    FalseAlarmsAreDecided.class,
    WaysOut.class,
    SeparatePeople.class,
    NothingWaitsSilently.class,
    OutagePaths.class,
    OpeningPaths.class,
    AnswerPaths.class,
    HealingPaths.class,
    LostRaces.class,
    ChangedRecordPaths.class
})
class EveryPathTest {

    @AfterSuite
    static void everyNodeAndEveryFlowWasWalked() {
        Set<String> drawn = new TreeSet<>();
        drawn.addAll(drawnIn("processes/prod-db-change.bpmn"));
        drawn.addAll(drawnIn("processes/open-change-by-itself.bpmn"));
        drawn.addAll(drawnIn("processes/record-evidence.bpmn"));
        drawn.addAll(drawnIn("processes/changed-record.bpmn"));

        drawn.removeAll(Walked.NODES_AND_FLOWS);
        assertThat(drawn).as("nodes and flows that no test came through").isEmpty();
    }

    private static Set<String> drawnIn(String resource) {
        InputStream diagram = EveryPathTest.class.getClassLoader().getResourceAsStream(resource);
        BpmnModelInstance model = Bpmn.readModelFromStream(diagram);
        Set<String> ids = new TreeSet<>();
        model.getModelElementsByType(FlowNode.class).forEach(node -> ids.add(node.getId()));
        model.getModelElementsByType(SequenceFlow.class).forEach(flow -> ids.add(flow.getId()));
        return ids;
    }
}
