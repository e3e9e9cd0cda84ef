/** Rakegate: one application that takes a production database change through its ten steps. */
@NullMarked
package io.rakegate;

import org.jspecify.annotations.NullMarked;
