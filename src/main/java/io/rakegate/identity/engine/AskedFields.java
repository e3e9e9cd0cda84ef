package io.rakegate.identity.engine;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.query.Query;
import org.springframework.util.ReflectionUtils;

/** What somebody asks for in a query. The engine keeps most of it to itself. */
final class AskedFields {

    private AskedFields() {}

    /** Whether the query's field of this name is set. */
    static boolean isAsked(Query<?, ?> query, String name) {
        Field field = ReflectionUtils.findField(query.getClass(), name);
        if (field == null) {
            throw new IllegalStateException(
                    "The engine's " + query.getClass().getSimpleName() + " has no field \"" + name + "\" any more.");
        }
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, query) != null;
    }
}
