/**
 * The sandbox's GitHub: repositories, pull requests, commits, reviews, comments and statuses, kept in PostgreSQL.
 *
 * <p>Owns what is true over there. Must not know the process or who is allowed what in it: to Rakegate this is a
 * foreign system that it reaches over HTTP alone. Everybody reads through the stores; writing goes through
 * {@link io.rakegate.sandbox.github.FakeGitHub}.
 */
@NullMarked
package io.rakegate.sandbox.github;

import org.jspecify.annotations.NullMarked;
