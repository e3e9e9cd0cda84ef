/**
 * What holds for every start and every user task whatever a diagram says: built-in listeners, which nobody can skip or
 * draw away. Uses the engine's internals only to add them.
 */
@NullMarked
package io.rakegate.process.listener;

import org.jspecify.annotations.NullMarked;
