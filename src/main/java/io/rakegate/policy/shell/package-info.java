/**
 * A command line as a POSIX shell cuts it into words, as far as it can be told without running it.
 *
 * <p>Owns quoting, operators and what a shell would replace. Must not know what a rake command is.
 */
@NullMarked
package io.rakegate.policy.shell;

import org.jspecify.annotations.NullMarked;
