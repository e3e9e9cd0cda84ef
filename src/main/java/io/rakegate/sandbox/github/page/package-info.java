/**
 * The pages of the sandbox's GitHub, where a person plays everybody who acts there, and the same for programs.
 *
 * <p>Owns what is shown and which button does what. Must not know the wire format.
 */
@NullMarked
package io.rakegate.sandbox.github.page;

import org.jspecify.annotations.NullMarked;
