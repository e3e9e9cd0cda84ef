/**
 * Writes the chain: every history event of a change, hashed onto the one before it, in the transaction that made it.
 *
 * <p>One of the few packages that use the engine's internal interfaces, because it offers no public ones for its history
 * events.
 */
@NullMarked
package io.rakegate.audit.chain;

import org.jspecify.annotations.NullMarked;
