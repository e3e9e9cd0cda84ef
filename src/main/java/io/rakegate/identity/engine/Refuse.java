package io.rakegate.identity.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** Refuses as the engine itself does, inside a command, so that whoever records refusals hears of it. */
final class Refuse implements Command<Void> {

    /** Found by its name, as the task of each of the engine's own commands is. */
    @SuppressWarnings({"unused", "UnusedVariable"})
    private final @Nullable String taskId;

    private final String sentence;

    Refuse(@Nullable String taskId, String sentence) {
        this.taskId = taskId;
        this.sentence = sentence;
    }

    @Override
    public Void execute(CommandContext context) {
        throw new AuthorizationException(sentence);
    }
}
