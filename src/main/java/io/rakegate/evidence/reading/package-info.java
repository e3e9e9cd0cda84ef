/**
 * Reads what an uploaded log says of itself: its encoding, where it was made, and what can be filled in from it.
 *
 * <p>Must not decide anything: what is read is shown for confirmation, or compared with what a person said.
 */
@NullMarked
package io.rakegate.evidence.reading;

import org.jspecify.annotations.NullMarked;
