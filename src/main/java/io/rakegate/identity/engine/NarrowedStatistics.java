package io.rakegate.identity.engine;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.HistoricActivityStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Refuses statistics of some changes of a process to whoever does not see every team's. The engine counts them whosever
 * they are, so that one could follow a single change; all of them together tell of none.
 */
final class NarrowedStatistics implements Command<Void> {

    private static final List<String> NARROWING =
            List.of("processInstanceIds", "startedBefore", "startedAfter", "finishedBefore", "finishedAfter");

    private static final String REFUSAL =
            "You see the statistics of all changes together: ask for them without process instances and without times.";

    /** Whether a query asks for such statistics. */
    static boolean areAskedBy(Query<?, ?> query) {
        return query instanceof HistoricActivityStatisticsQueryImpl
                && NARROWING.stream().anyMatch(name -> AskedFields.isAsked(query, name));
    }

    @Override
    public @Nullable Void execute(CommandContext context) {
        if (context.getTenantManager().isTenantCheckEnabled()) {
            throw new AuthorizationException(REFUSAL);
        }
        return null;
    }
}
