package io.rakegate.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.rakegate.support.EngineTest;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricFormField;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class LongTextsTest {

    private static final String HARD_TO_KEEP = "\"it's\" <b onclick='x()'>ünï</b> & 🚂🧑‍🚒 {{x}} ${1+1} \\ % ";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private HistoryService history;

    @BeforeEach
    void deploy() {
        repository
                .createDeployment()
                .name("long-texts")
                .enableDuplicateFiltering(true)
                .addModelInstance(
                        "long-texts.bpmn",
                        Bpmn.createExecutableProcess("LongTexts")
                                .startEvent()
                                .userTask("Task_Answer")
                                .userTask("Task_Read")
                                .endEvent()
                                .done())
                .deploy();
    }

    @ParameterizedTest
    @ValueSource(ints = {3_999, 4_000, 4_001, 10_000, 200_000})
    void keepsTheWholeTextOfASubmittedForm(int length) {
        String text = textOf(length);
        ProcessInstance change = runtime.startProcessInstanceByKey("LongTexts");

        forms.submitTaskForm(task(change).getId(), Map.of("answer", text));

        assertThat(change).isWaitingAt("Task_Read");
        assertThat(runtime.getVariable(change.getId(), "answer")).isEqualTo(text);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .variableName("answer")
                        .singleResult()
                        .getValue())
                .isEqualTo(text);
        assertThat(((HistoricVariableUpdate) history.createHistoricDetailQuery()
                                .variableUpdates()
                                .singleResult())
                        .getValue())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {4_001, 200_000})
    void notesTheSubmissionOfALongFieldWithoutSplittingACharacter(int length) {
        ProcessInstance change = runtime.startProcessInstanceByKey("LongTexts");

        forms.submitTaskForm(task(change).getId(), Map.of("answer", "🚂".repeat(length / 2 + 1)));

        HistoricFormField field = (HistoricFormField)
                history.createHistoricDetailQuery().formFields().singleResult();
        assertThat(field.getFieldValue().toString()).startsWith("🚂🚂").endsWith("the variable holds the whole text)");
        assertThat(field.getFieldValue().toString()).doesNotContainPattern("[\uD800-\uDBFF](?![\uDC00-\uDFFF])");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short"})
    void replacesALongTextByAShortOneAndBack(String other) {
        ProcessInstance change = runtime.startProcessInstanceByKey("LongTexts");
        String text = textOf(50_000);
        runtime.setVariable(change.getId(), "answer", text);

        runtime.setVariable(change.getId(), "answer", other);
        Object afterShort = runtime.getVariable(change.getId(), "answer");
        runtime.setVariable(change.getId(), "answer", text);
        Object afterLong = runtime.getVariable(change.getId(), "answer");

        assertThat(afterShort).isEqualTo(other);
        assertThat(afterLong).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000})
    void keepsALongCommentWhole(int length) {
        ProcessInstance change = runtime.startProcessInstanceByKey("LongTexts");
        String text = textOf(length);

        tasks.createComment(task(change).getId(), change.getId(), text);

        assertThat(tasks.getTaskComments(task(change).getId()).get(0).getFullMessage())
                .isEqualTo(text);
    }

    private static String textOf(int length) {
        String text = HARD_TO_KEEP.repeat(length / HARD_TO_KEEP.length() + 1).substring(0, length - 1);
        return Character.isHighSurrogate(text.charAt(length - 2)) ? text.substring(0, length - 2) + ".." : text + ".";
    }
}
