package io.rakegate.audit.web;

import io.rakegate.audit.ChangeFilter;
import io.rakegate.audit.ChangeState;
import io.rakegate.process.catalogue.Step;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the list asks for. What does not fit narrows nothing: an old bookmark still shows a list.
 *
 * @param text part of a pull request's name or title
 * @param state name of a {@link ChangeState}, in any case
 * @param team slug of a team
 * @param step number of a step
 * @param overdue {@code true} for what is overdue only
 * @param mine {@code true} for what is the person's own only
 * @param page number of the page, from 0
 */
record ListRequest(
        @Nullable String text,
        @Nullable String state,
        @Nullable String team,
        @Nullable String step,
        @Nullable String overdue,
        @Nullable String mine,
        @Nullable String page) {

    private static final int LONGEST = 200;
    private static final int LAST_PAGE = 100_000;

    ChangeFilter filter() {
        return new ChangeFilter(
                shortened(text),
                Arrays.stream(ChangeState.values())
                        .filter(one -> one.name().equals(trimmed(state).toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElse(null),
                shortened(team),
                Arrays.stream(Step.values())
                        .filter(one -> Integer.toString(one.number()).equals(trimmed(step)))
                        .findFirst()
                        .orElse(null),
                "true".equals(overdue),
                "true".equals(mine));
    }

    int pageNumber() {
        String digits = trimmed(page);
        return digits.matches("\\d{1,6}") ? Math.min(LAST_PAGE, Integer.parseInt(digits)) : 0;
    }

    private static String shortened(@Nullable String text) {
        // PostgreSQL takes every character in a text but this one
        String kept = trimmed(text).replace("\u0000", "");
        return kept.length() <= LONGEST ? kept : kept.substring(0, LONGEST);
    }

    private static String trimmed(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
