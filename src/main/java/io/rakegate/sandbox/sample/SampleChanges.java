package io.rakegate.sandbox.sample;

import io.rakegate.sandbox.sample.SampleChange.Opened;
import io.rakegate.sandbox.sample.SampleChange.Present;
import java.util.List;

/**
 * The sample changes. Left out are the pull requests that people are to try themselves: the good one (1), one without a
 * rake task (7), a draft (8), a closed one (9) and a bot's (14).
 */
final class SampleChanges {

    private static final String RAKE = "bundle exec rake ";

    private SampleChanges() {}

    /** All of them, those that wait at the first steps first. */
    static List<SampleChange> all() {
        return List.of(
                present("move", 5, "letters:set_channel", Goal.MOVE_RAKE_TASK),
                present("answer", 3, "preferences:remove_duplicates", Goal.ANSWER_QUESTIONS),
                present("local", 4, "'appeals:expire_drafts[1000]'", Goal.LOCAL_EVIDENCE),
                present("approvals", 10, "'appeals:recalculate_priority[500]'", Goal.BOTH_APPROVALS),
                present("one-side", 12, "'disability_forms:resubmit_failed[100]'", Goal.LEAD_APPROVAL),
                present("staging", 2, "in_progress_forms:normalise_phones", Goal.STAGING_EVIDENCE),
                claims("operator", 6, "'relationships:apply[5000]'", Goal.OPERATOR),
                claims("rejected", 11, "'attachments:link_orphans[live]'", Goal.REJECTED),
                present("withdrawn", 13, "profiles:unswap_birth_dates", Goal.WITHDRAWN),
                opened(
                        "schedule",
                        Goal.SCHEDULE,
                        new Opened(
                                "Fill the time zone of appointments",
                                "Appointment",
                                "appointments",
                                "time_zone",
                                "'America/New_York'")),
                opened(
                        "run",
                        Goal.RUN,
                        new Opened(
                                "Fill the source of direct deposits", "DirectDeposit", "deposits", "source", "'web'")),
                opened(
                        "validate",
                        Goal.VALIDATE,
                        new Opened("Fill the language of letters", "Letter", "letters", "language", "'en'")),
                opened(
                        "completed",
                        Goal.COMPLETED,
                        new Opened("Fill the form version of old claims", "Claim", "old claims", "version", "1")));
    }

    private static SampleChange present(String name, int number, String task, Goal goal) {
        return new SampleChange(name, new Present(number), "creator", "benefits", RAKE + task, goal);
    }

    private static SampleChange claims(String name, int number, String task, Goal goal) {
        return new SampleChange(name, new Present(number), "creator2", "claims", RAKE + task, goal);
    }

    private static SampleChange opened(String name, Goal goal, Opened pull) {
        return new SampleChange(name, pull, "creator", "benefits", RAKE + "'" + pull.task() + "[1000]'", goal);
    }
}
