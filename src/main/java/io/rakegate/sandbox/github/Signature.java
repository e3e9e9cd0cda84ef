package io.rakegate.sandbox.github;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who made a commit, and when.
 *
 * @param name the name written into the commit
 * @param email the address written into the commit
 * @param at the time written into the commit
 * @param account the account that the address belongs to, null if none
 */
public record Signature(
        String name, String email, Instant at, @Nullable Account account) {

    static Signature of(Account account, Instant at) {
        return new Signature(account.login(), account.email(), at, account);
    }
}
