package io.rakegate.policy;

import java.util.List;

/** One rule about the command that is to run: the class is named as the sentence that has to be true. */
public interface CommandRule {

    /**
     * Every way in which the sentence is not true; empty if it is. Never an exception for an odd command.
     *
     * @param command the shell command as the creator gave it
     * @param files the rake files whose tasks it may name
     */
    List<Finding> check(String command, List<RakeFile> files);
}
