package io.rakegate.process;

import io.rakegate.process.catalogue.ProdDbChange;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Tells a change that a step was reached or left: one job in the same transaction, no call out. */
@Component
public class Progress {

    private final RuntimeService runtimeService;

    Progress(RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
    }

    /** Asks the change to bring its pull request and its open tasks up to date. Other processes are left alone. */
    public void made(DelegateExecution execution) {
        tell(execution, ProdDbChange.PROGRESS_MADE);
    }

    /** Gives a message to the change if something in it waits for that message now; else it is not needed. */
    public void tell(DelegateExecution execution, String message) {
        boolean awaited = runtimeService
                        .createEventSubscriptionQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .eventType("message")
                        .eventName(message)
                        .count()
                > 0;
        if (awaited) {
            runtimeService
                    .createMessageCorrelation(message)
                    .processInstanceId(execution.getProcessInstanceId())
                    .correlate();
        }
    }
}
