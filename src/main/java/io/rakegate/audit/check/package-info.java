/**
 * Compares what the engine's history, the evidence and the chain say about a change. They were written together, so a
 * difference means that somebody changed one of them in the database.
 */
@NullMarked
package io.rakegate.audit.check;

import org.jspecify.annotations.NullMarked;
