package io.rakegate.process.engine;

import io.rakegate.process.catalogue.CatalogueWrite;
import io.rakegate.process.catalogue.Entered;
import io.rakegate.process.catalogue.ProdDbChange;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.process.catalogue.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRemoveVariableCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * Variables hold who took which side, commits and approvals. So whoever acts writes those that the form of the start or
 * of the completed task declares, as plain values, and no others: this hears of each write, on whatever surface, in its
 * own transaction, and refuses it there.
 */
final class VariableGuard implements HistoryEventHandler {

    /** How the engine names what it keeps plainly; files, bytes, XML and objects have other names. */
    private static final Map<String, Set<String>> KEPT_AS = Map.of(
            "String", Set.of("string", "longString", "null"),
            "Boolean", Set.of("boolean", "null"),
            "Long", Set.of("long", "integer", "short", "double", "null"),
            "Json", Set.of("json", "null"));

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity written && comesFromOutside()) {
            Command<?> command = Context.getCommandInvocationContext().getCommand();
            if (event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_DELETE)) {
                requireEndOfScope(command, written);
            } else if (!event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE)) {
                requireEntered(command, written);
            }
        }
    }

    /** Not asked is whether authorizations are checked: the engine sets them aside while it takes a form. */
    private static boolean comesFromOutside() {
        return Context.getCommandContext().getAuthenticatedUserId() != null && !CatalogueWrite.isGoingOn();
    }

    /** With what it belongs to a variable goes by itself. */
    private static void requireEndOfScope(Command<?> command, HistoricVariableUpdateEventEntity written) {
        if (command instanceof AbstractRemoveVariableCmd || command instanceof AbstractPatchVariablesCmd) {
            throw refused("Nobody removes the variable \"" + written.getVariableName() + "\" of a change by hand.");
        }
    }

    private static void requireEntered(Command<?> command, HistoricVariableUpdateEventEntity written) {
        String name = written.getVariableName();
        Variable<?> variable = Entered.named(name, enteredWith(command, written))
                .orElseThrow(() -> refused("The variable \"" + name + "\" is not one that is entered here. What can be"
                        + " entered are the fields of the form, when the change is asked for and when a task is"
                        + " completed."));
        if (!KEPT_AS.getOrDefault(variable.kind(), Set.of()).contains(written.getSerializerName())) {
            throw refused("The variable \"" + name + "\" takes a plain value of the type " + variable.kind() + ", not "
                    + written.getSerializerName() + ".");
        }
    }

    private static List<Variable<?>> enteredWith(Command<?> command, HistoricVariableUpdateEventEntity written) {
        if (command instanceof StartProcessInstanceCmd || command instanceof SubmitStartFormCmd) {
            return ProdDbChange.KEY.equals(written.getProcessDefinitionKey()) ? Entered.atStart() : List.of();
        }
        boolean completes = command instanceof SubmitTaskFormCmd
                || (command instanceof CompleteTaskCmd && !(command instanceof ResolveTaskCmd));
        Optional<UserTask> task = completes
                ? CommandSubject.of(command).task().flatMap(open -> UserTask.withId(open.getTaskDefinitionKey()))
                : Optional.empty();
        return task.map(Entered::at).orElse(List.of());
    }

    private static AuthorizationException refused(String sentence) {
        return new AuthorizationException(sentence);
    }
}
