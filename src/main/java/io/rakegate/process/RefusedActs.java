package io.rakegate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Where it is kept that somebody was refused something that they did elsewhere, such as a review on GitHub. */
public interface RefusedActs {

    /** Keeps, in the name of the acting person and in the transaction at hand, that their act does not count and why. */
    void keep(DelegateExecution change, String sentence);
}
