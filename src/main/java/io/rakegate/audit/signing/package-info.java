/**
 * Signs what leaves the audit room: the key with its history, and the envelope around a signed statement. Knows nothing of
 * changes.
 */
@NullMarked
package io.rakegate.audit.signing;

import org.jspecify.annotations.NullMarked;
