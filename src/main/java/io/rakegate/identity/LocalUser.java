package io.rakegate.identity;

import java.util.Set;

/**
 * Somebody who logs in with a password kept here: the sandbox's people and the break-glass administrator.
 *
 * @param userId the user id, immutable, matching {@link #ID}
 * @param name what to call them
 * @param password the password in the clear; the engine stores it salted and hashed
 * @param groups ids of the groups they belong to
 */
public record LocalUser(String userId, String name, String password, Set<String> groups) {

    /** What a user id or group id may look like; wide enough for an identity provider's subjects. */
    public static final String ID = "[A-Za-z0-9][A-Za-z0-9_.@|:-]{0,63}";

    public LocalUser {
        groups = Set.copyOf(groups);
    }

    /** The password stays out of logs and error pages. */
    @Override
    public String toString() {
        return "LocalUser[userId=" + userId + ", groups=" + groups + "]";
    }
}
