package io.rakegate.process.catalogue;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeMap;

/** The constants of {@link ChangeVariables}. */
final class VariableConstants {

    private VariableConstants() {}

    /** Each variable by its name in the engine. */
    static Map<String, Variable<?>> byName() {
        Map<String, Variable<?>> variables = new TreeMap<>();
        for (Field field : ChangeVariables.class.getFields()) {
            Variable<?> variable = variable(field);
            if (variables.put(variable.name(), variable) != null) {
                throw new AssertionError("Two constants for the variable " + variable.name());
            }
        }
        return variables;
    }

    /** The name of each variable's constant, by the variable's name in the engine. */
    static Map<String, String> fieldsByName() {
        Map<String, String> names = new TreeMap<>();
        for (Field field : ChangeVariables.class.getFields()) {
            names.put(variable(field).name(), field.getName());
        }
        return names;
    }

    private static Variable<?> variable(Field field) {
        try {
            return (Variable<?>) field.get(null);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }
}
