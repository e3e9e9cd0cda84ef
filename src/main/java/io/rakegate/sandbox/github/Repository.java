package io.rakegate.sandbox.github;

import java.time.Instant;

/**
 * A repository.
 *
 * @param id its number
 * @param owner the organisation that owns it
 * @param name its name without the owner
 * @param defaultBranch the branch that pull requests go into
 * @param createdAt when it was created
 */
public record Repository(long id, String owner, String name, String defaultBranch, Instant createdAt) {

    /** Owner and name, as in {@code sandbox/vets-api}. */
    public String fullName() {
        return owner + "/" + name;
    }
}
