/** One class per rule, named as the sentence that has to be true. */
@NullMarked
package io.rakegate.policy.rule;

import org.jspecify.annotations.NullMarked;
