package io.rakegate.audit;

import io.rakegate.process.catalogue.Step;
import org.jspecify.annotations.Nullable;

/**
 * What a list of changes is narrowed to; everything that is left out narrows nothing.
 *
 * @param text part of the pull request's name or title, as typed; empty for any
 * @param state whether it runs or how it ended, null for any
 * @param team slug of the requesting team, empty for any
 * @param step the step that somebody works on now, null for any
 * @param overdue whether to leave out what is not past its due date
 * @param mine whether to leave out what the acting person neither started nor has to act on
 */
public record ChangeFilter(
        String text,
        @Nullable ChangeState state,
        String team,
        @Nullable Step step,
        boolean overdue,
        boolean mine) {

    /** Leaves nothing out. */
    public static final ChangeFilter NONE = new ChangeFilter("", null, "", null, false, false);

    public ChangeFilter {
        text = text.strip();
        team = team.strip();
    }

    /** Whether it leaves something out. */
    public boolean isNarrowing() {
        return !equals(NONE);
    }
}
