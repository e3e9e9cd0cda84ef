/**
 * Ruby as a syntax tree, read by tree-sitter and copied into plain objects, so that no rule touches native memory.
 *
 * <p>Owns how Ruby is read and how far a hostile file may go: size, steps, nodes and depth are all bounded by counting,
 * never by the clock, so that the same file always gets the same answer.
 */
@NullMarked
package io.rakegate.policy.ruby;

import org.jspecify.annotations.NullMarked;
