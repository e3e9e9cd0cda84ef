package io.rakegate.policy;

import io.rakegate.policy.code.RakeCode;
import java.util.List;

/** One rule about a single rake file: the class is named as the sentence that has to be true. */
public interface RakeFileRule {

    /**
     * Every place in the file where the sentence is not true; empty if there is none.
     *
     * @param code the code of a file that could be read as Ruby
     * @param surroundings what else the pull request contains
     */
    List<Finding> check(RakeCode code, Surroundings surroundings);
}
