package io.rakegate.process.engine;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.exception.NotFoundException;
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

    /**
     * The engine lets everybody set the retries of a job definition that is not there, and logs that they did.
     *
     * @throws NotFoundException if the acting person sees no such job definition
     */
    static void requireSomething(SetJobRetriesCmd command, ManagementService jobs) {
        if (read(command, "jobDefinitionId") instanceof String definition
                && !definition.isEmpty()
                && jobs.createJobDefinitionQuery().jobDefinitionId(definition).count() == 0) {
            // in the engine's own words, by which its REST API tells a caller's mistake from a fault
            throw new NotFoundException("No job definition found with id '" + definition + "' that you may see.");
        }
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
