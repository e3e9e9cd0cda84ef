package io.rakegate.identity;

import java.util.List;

/** The people who log in with a password kept here. */
public interface LocalUsers {

    /**
     * Makes sure that these people exist with exactly these passwords and at least these groups, creating the groups
     * that are missing. Repeatable, and safe while another node does the same: one waits for the other.
     */
    void ensure(List<LocalUser> users);
}
