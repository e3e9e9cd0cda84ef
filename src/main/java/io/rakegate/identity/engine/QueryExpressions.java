package io.rakegate.identity.engine;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which expressions a query or filter may contain. The engine evaluates them on the server with every bean in reach, and
 * overlooks those inside {@code orQueries} (CVE-2026-109432), so only who asks, their groups, and a time counted from
 * now are let through.
 */
public final class QueryExpressions {

    private static final Pattern HARMLESS = Pattern.compile("\\$\\{\\s*(?:"
            + "currentUser\\(\\)"
            + "|currentUserGroups\\(\\)"
            + "|now\\(\\)"
            + "|dateTime\\(\\)(?:"
            + "\\.(?:plus|minus)(?:Seconds|Minutes|Hours|Days|Weeks|Months|Years)\\(\\d{1,3}\\)"
            + "|\\.withTimeAtStartOfDay\\(\\)"
            + "){0,4}"
            + ")\\s*}");

    private static final String REFUSAL =
            "The expression in '%s' is not allowed in a query. Allowed are ${currentUser()}, ${currentUserGroups()},"
                    + " ${now()} and a time counted from now, such as ${dateTime().plusDays(2)}.";

    private QueryExpressions() {}

    /** Whether this text is no expression, or one on the list. */
    public static boolean isHarmless(String text) {
        boolean evaluated = text.contains("${") || text.contains("#{");
        return !evaluated || HARMLESS.matcher(text).matches();
    }

    /** The sentence for whoever sent an expression that is not on the list. */
    public static String refusal(String where) {
        return REFUSAL.formatted(where);
    }

    /** Refuses a query that contains an expression that is not on the list, at whatever depth. */
    static void check(@Nullable Query<?, ?> query) {
        if (query instanceof AbstractQuery<?, ?> root) {
            Set<AbstractQuery<?, ?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            Deque<AbstractQuery<?, ?>> open = new ArrayDeque<>(List.of(root));
            while (!open.isEmpty()) {
                AbstractQuery<?, ?> next = open.pop();
                // the parts of a query know each other in both directions
                if (seen.add(next)) {
                    checkOne(next);
                    open.addAll(partsOf(next));
                }
            }
        }
    }

    private static void checkOne(AbstractQuery<?, ?> query) {
        query.getExpressions().forEach((property, expression) -> {
            if (!isHarmless(expression)) {
                throw new BadUserRequestException(refusal(property + "Expression"));
            }
        });
    }

    private static List<TaskQueryImpl> partsOf(AbstractQuery<?, ?> query) {
        return query instanceof TaskQueryImpl tasks ? tasks.getQueries() : List.of();
    }
}
