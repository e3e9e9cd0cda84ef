/**
 * What the code of a rake task does, as far as its text tells: writes, loops, transactions, rescues, switches.
 *
 * <p>Owns how Rails code is recognised. Must not know which of it is wanted: that is for the rules to say. It prefers to
 * recognise too little over too much, because a finding that is wrong on ordinary code teaches people to ignore all.
 */
@NullMarked
package io.rakegate.policy.code;

import org.jspecify.annotations.NullMarked;
