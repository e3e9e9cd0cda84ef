package io.rakegate.identity;

import io.rakegate.pullrequest.GitHubUser;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can log in.
 *
 * @param userId the login's immutable id; the engine's history names people by it
 * @param name what to call them
 * @param gitHub their account on GitHub, null if none is known
 * @param groups ids of the groups they are in now
 */
public record Person(String userId, String name, @Nullable GitHubUser gitHub, Set<String> groups) {

    public Person {
        groups = Set.copyOf(groups);
    }
}
