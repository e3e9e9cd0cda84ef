/**
 * Everything that diagram, code and interfaces have to agree on: keys, messages, elements, steps and typed variables. A
 * contract test compares it with the diagrams and with {@code processes/README.md}.
 */
@NullMarked
@NamedInterface("catalogue")
package io.rakegate.process.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
