/** The people of the sandbox: who they are, what they may do and how to log in as them. */
@NullMarked
package io.rakegate.sandbox.people;

import org.jspecify.annotations.NullMarked;
