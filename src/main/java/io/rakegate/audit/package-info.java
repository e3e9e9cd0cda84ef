/**
 * What happened, for whoever asks later: the list of changes, the page of one change, and the chained audit trail.
 *
 * <p>Reads the engine's history and the evidence and writes nothing but the chain. Must not decide anything about a
 * change: who may see one is up to the engine's authorizations.
 */
@NullMarked
@ApplicationModule(displayName = "Audit")
package io.rakegate.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
