/**
 * The glue: the only code that knows both the engine and the capabilities.
 *
 * <p>Owns how a change moves through the ten steps. Must not hold a rule, a wire format or a text that another module
 * could own: a service task reads, calls and writes.
 */
@NullMarked
@ApplicationModule(displayName = "Process")
package io.rakegate.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
