package io.rakegate.sandbox.github;

import java.time.Instant;

/**
 * A comment in a pull request's conversation.
 *
 * @param id its number
 * @param pullId the pull request it belongs to
 * @param author who wrote it
 * @param body its Markdown
 * @param createdAt when it was written
 * @param updatedAt when it was last edited
 */
public record Comment(long id, long pullId, Account author, String body, Instant createdAt, Instant updatedAt) {

    /** Whether it was edited since it was written. */
    public boolean edited() {
        return updatedAt.isAfter(createdAt);
    }
}
