package io.rakegate.process;

import java.util.List;

/** What is recorded of a change is not what was recorded. Fails a job, so that an incident says so in Cockpit. */
public final class RecordChanged extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 2_000;

    /**
     * Says what does not fit.
     *
     * @param differences each a sentence
     */
    public RecordChanged(Change change, List<String> differences) {
        super(sentence(change, differences));
    }

    /** All differences in one text, as long as Cockpit shows it. */
    public static String sentence(Change change, List<String> differences) {
        String all =
                "Somebody changed what is recorded of %s: %s".formatted(change.ref(), String.join(" ", differences));
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + " …";
    }
}
