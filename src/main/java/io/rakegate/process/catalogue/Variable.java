package io.rakegate.process.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * One typed process variable. The engine's variables are read and written through these constants only.
 *
 * @param <T> what it means in Java
 */
public final class Variable<T> {

    private final String name;
    private final Form<T> form;

    Variable(String name, Form<T> form) {
        this.name = name;
        this.form = form;
    }

    /** Its name in the engine. */
    public String name() {
        return name;
    }

    /** Its kind, for the documentation: String, Boolean, Long or Json. */
    public String kind() {
        return form.kind();
    }

    /** Its value; empty if it is not set. */
    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(read(scope.getVariable(name)));
    }

    /**
     * Its value.
     *
     * @throws IllegalStateException if it is not set, which no path of the diagram allows
     */
    public T get(VariableScope scope) {
        return find(scope).orElseThrow(() -> new IllegalStateException("The variable " + name + " is not set."));
    }

    /** Its value, or another one if it is not set. */
    public T get(VariableScope scope, T otherwise) {
        return find(scope).orElse(otherwise);
    }

    /** Sets it for the whole change. What is so already is not written again, so that history shows changes alone. */
    public void set(VariableScope scope, T value) {
        if (!value.equals(read(scope.getVariable(name)))) {
            CatalogueWrite.run(() -> scope.setVariable(name, form.toEngine(value)));
        }
    }

    /** Sets it for the task or the scope alone. */
    public void setLocal(VariableScope scope, T value) {
        CatalogueWrite.run(() -> scope.setVariableLocal(name, toEngine(value)));
    }

    /** Takes it away. */
    public void remove(VariableScope scope) {
        CatalogueWrite.run(() -> scope.removeVariable(name));
    }

    /** Its value on an open task alone; empty if it is not set there. */
    public Optional<T> findLocal(TaskService tasks, String taskId) {
        return Optional.ofNullable(read(tasks.getVariableLocal(taskId, name)));
    }

    /** Sets it on an open task alone. */
    public void setLocal(TaskService tasks, String taskId, T value) {
        CatalogueWrite.run(() -> tasks.setVariableLocal(taskId, name, toEngine(value)));
    }

    /**
     * Its value in a running change; empty if it is not set. It is read alone: asked for one by its scope, the engine reads
     * all of them.
     */
    public Optional<T> find(RuntimeService changes, String processInstanceId) {
        return Optional.ofNullable(
                read(changes.getVariables(processInstanceId, List.of(name)).get(name)));
    }

    /** Sets it for a running change, from outside of what runs in it. */
    public void set(RuntimeService changes, String processInstanceId, T value) {
        CatalogueWrite.run(() -> changes.setVariable(processInstanceId, name, toEngine(value)));
    }

    /** The form in which the engine keeps a value. */
    public Object toEngine(T value) {
        return requireNonNull(form.toEngine(value));
    }

    /** The value of what the engine keeps. */
    public @Nullable T read(@Nullable Object kept) {
        return kept == null ? null : form.fromEngine(kept);
    }

    /** How values of one type are kept in the engine. */
    interface Form<T> {

        String kind();

        Object toEngine(T value);

        T fromEngine(Object kept);
    }
}
