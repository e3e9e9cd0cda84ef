package io.rakegate.process.task;

import io.rakegate.process.Progress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.springframework.stereotype.Component;

/** Throws the message that the diagram names at this place to the same change, where it is waited for. */
@Component
class ThrowMessage implements JavaDelegate {

    private final Progress progress;

    ThrowMessage(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ThrowEvent thrower = (ThrowEvent) execution.getBpmnModelElementInstance();
        thrower.getEventDefinitions().stream()
                .map(MessageEventDefinition.class::cast)
                .forEach(definition ->
                        progress.tell(execution, definition.getMessage().getName()));
    }
}
