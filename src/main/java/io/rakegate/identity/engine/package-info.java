/**
 * Identity inside the engine: its tables of people and groups, on whose behalf it acts, and what each group may do.
 * Together with the guard rails of the process the only place that uses the engine's internals.
 */
@NullMarked
package io.rakegate.identity.engine;

import org.jspecify.annotations.NullMarked;
