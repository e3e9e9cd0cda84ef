package io.rakegate.approval;

import io.rakegate.pullrequest.GitHubUser;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, by everything about them that never changes: their user id here and their account number on GitHub.
 * Two identities are the same person when any of these is the same, so that a second login does not make a second
 * person.
 *
 * @param keys such as {@code user:jane} and {@code github:1001}
 */
public record Identity(Set<String> keys) {

    public Identity {
        keys = Collections.unmodifiableSet(new TreeSet<>(keys));
    }

    /** Somebody who can log in, with their account on GitHub if it is known. */
    public static Identity of(String userId, @Nullable GitHubUser account) {
        Set<String> keys = new TreeSet<>();
        keys.add("user:" + userId);
        if (account != null) {
            keys.add(keyOf(account));
        }
        return new Identity(keys);
    }

    /** An account on GitHub of which nothing else is known. */
    public static Identity of(GitHubUser account) {
        return new Identity(Set.of(keyOf(account)));
    }

    private static String keyOf(GitHubUser account) {
        return account.id() == 0 ? "git:" + account.login() : "github:" + account.id();
    }

    /** Whether both are the same person. */
    public boolean isSameAs(Identity other) {
        return !Collections.disjoint(keys, other.keys);
    }
}
