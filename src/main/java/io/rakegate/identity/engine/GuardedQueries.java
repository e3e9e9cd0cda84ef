package io.rakegate.identity.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;

/**
 * Refuses a query with an expression that is not on the list before the engine does anything with it, and one for which
 * the engine would write wrong SQL.
 */
class GuardedQueries extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof Query<?, ?> query) {
            QueryExpressions.check(query);
            JobQueries.check(query);
        }
        return next.execute(command);
    }
}
