package io.rakegate.process.catalogue;

import io.rakegate.policy.Finding;
import io.rakegate.policy.FindingAnswer;
import org.jspecify.annotations.Nullable;

/**
 * One finding with its answer, as a row of the form and of the interface.
 *
 * @param id id of the finding
 * @param finding what is so and where, for the person who answers; not read back
 * @param advice what to do about it, or how to answer it; not read back
 * @param kind how it is answered: {@code fixed}, {@code explained}, {@code singleStatement}, {@code atomicPerBatch} or
 *     {@code waived}; empty while it is not
 * @param text the answer in words
 */
public record FindingRow(String id, String finding, String advice, String kind, String text) {

    public FindingRow(
            @Nullable String id,
            @Nullable String finding,
            @Nullable String advice,
            @Nullable String kind,
            @Nullable String text) {
        this.id = orEmpty(id);
        this.finding = orEmpty(finding);
        this.advice = orEmpty(advice);
        this.kind = orEmpty(kind);
        this.text = orEmpty(text);
    }

    /** The row of a finding, with the answer that was given to it before, if any. */
    public static FindingRow of(Finding finding, @Nullable FindingAnswer answer) {
        String place = finding.place();
        return new FindingRow(
                finding.id(),
                finding.sentence() + (place.isEmpty() ? "" : " (" + place + ")"),
                finding.why() + " " + finding.howToFix(),
                answer == null ? "" : answer.kind().id(),
                answer == null ? "" : answer.text());
    }

    private static String orEmpty(@Nullable String given) {
        return given == null ? "" : given;
    }
}
