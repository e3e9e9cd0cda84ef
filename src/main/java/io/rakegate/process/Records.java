package io.rakegate.process;

import java.util.List;

/** Whether what is recorded of a change is still what was recorded; the audit compares. */
public interface Records {

    /** What does not fit, each a sentence; empty if everything does. */
    List<String> differences(Change change);
}
