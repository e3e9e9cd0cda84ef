/**
 * The audit bundle of a change: one file that answers for anyone, offline. Report, events, evidence, diagrams, and a
 * signed statement that names every one of them by hash.
 *
 * <p>The same change in the same state is the same bytes, so that a bundle can be made again after a crash.
 */
@NullMarked
package io.rakegate.audit.bundle;

import org.jspecify.annotations.NullMarked;
