/**
 * Tokens by which programs act for a person, or for a service that the configuration names: scoped, expiring, revocable.
 * Kept as hashes; the secret is shown once.
 */
@NullMarked
package io.rakegate.identity.token;

import org.jspecify.annotations.NullMarked;
