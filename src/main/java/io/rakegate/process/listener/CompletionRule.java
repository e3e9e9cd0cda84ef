package io.rakegate.process.listener;

/** One thing that has to hold, or is recorded, when a person completes a task; in the order of its bean. */
interface CompletionRule {

    /**
     * Checks or records.
     *
     * @throws io.rakegate.process.ActRefused if the person may not complete it
     * @throws io.rakegate.process.InputRefused if what they entered does not fit
     */
    void completing(Completion completion);
}
