/**
 * What a deployed diagram must keep, so that a process owner can change it freely without drawing a rule away: the
 * tasks, sides and gates of the ten steps, and no code. Checked before a deployment and again by the engine with it.
 *
 * <p>Must not know a running change: it reads diagrams and forms, and says in sentences what does not fit. Uses the
 * engine's internals only to stand before its deployers.
 */
@NullMarked
@ApplicationModule(displayName = "Guard rails")
package io.rakegate.guardrail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
