package io.rakegate.policy;

import java.util.List;

/** One rule of the process: the class is named as the sentence that has to be true. */
public interface Rule {

    /** Every way in which the sentence is not true; empty if it is. Never null, never an exception for odd input. */
    List<Finding> check(Submission submission);
}
