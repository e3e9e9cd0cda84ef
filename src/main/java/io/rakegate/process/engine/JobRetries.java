package io.rakegate.process.engine;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.springframework.util.ReflectionUtils;

/** What giving a job more retries can do besides: with none left it never runs, with a date it runs then. */
final class JobRetries {

    private JobRetries() {}

    /** Whether the command stops jobs or moves them in time, rather than having them tried again. */
    static boolean stopOrMove(SetJobRetriesCmd command) {
        return !(read(command, "retries") instanceof Integer retries && retries != 0)
                || !Boolean.FALSE.equals(read(command, "isDueDateSet"));
    }

    /** The engine keeps them to itself. */
    private static Object read(SetJobRetriesCmd command, String name) {
        Field field = ReflectionUtils.findField(SetJobRetriesCmd.class, name);
        if (field == null) {
            throw new IllegalStateException("The engine's command for retries has no field \"" + name + "\" any more.");
        }
        ReflectionUtils.makeAccessible(field);
        Object value = ReflectionUtils.getField(field, command);
        return value == null ? "" : value;
    }
}
