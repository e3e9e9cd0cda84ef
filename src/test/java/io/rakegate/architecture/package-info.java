/** The walls of the house, kept by tests. */
@NullMarked
package io.rakegate.architecture;

import org.jspecify.annotations.NullMarked;
