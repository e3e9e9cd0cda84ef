package io.rakegate.sandbox.github;

/**
 * Somebody's account.
 *
 * @param id its immutable number
 * @param login its login name
 * @param bot whether it is a bot rather than a person
 */
public record Account(long id, String login, boolean bot) {

    /** The address that GitHub puts into commits for somebody who keeps theirs private. */
    public String email() {
        return id + "+" + login + "@users.noreply.github.com";
    }

    /** What the wire format calls the kind of account. */
    public String type() {
        return bot ? "Bot" : "User";
    }
}
