package io.rakegate.identity;

import java.util.List;

/** What the login page says about who can log in. Only the sandbox provides it. */
public interface LoginHints {

    /** The people to try, in the order in which to show them. */
    List<Hint> hints();

    /**
     * One line of the table on the login page.
     *
     * @param userId the user id to type
     * @param password the password to type
     * @param does what this person does in the process
     */
    record Hint(String userId, String password, String does) {}
}
