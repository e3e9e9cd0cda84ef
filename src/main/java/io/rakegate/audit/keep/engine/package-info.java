/**
 * Where the engine itself has to be told that history is kept: when it may clean up, and what no person may do. Uses the
 * engine's internal interfaces, because it offers no public ones for either.
 */
@NullMarked
package io.rakegate.audit.keep.engine;

import org.jspecify.annotations.NullMarked;
