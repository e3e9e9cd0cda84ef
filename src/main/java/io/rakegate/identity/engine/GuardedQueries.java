package io.rakegate.identity.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;

/**
 * Refuses a query with an expression that is not on the list before the engine does anything with it, one for which the
 * engine would write wrong SQL, and one whose answer would tell of a change that whoever asks does not see.
 */
class GuardedQueries extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof Query<?, ?> query) {
            QueryExpressions.check(query);
            JobQueries.check(query);
            if (NarrowedStatistics.areAskedBy(query)) {
                // as a command, so that whoever records refusals hears of it
                next.execute(new NarrowedStatistics());
            }
        }
        return next.execute(command);
    }
}
