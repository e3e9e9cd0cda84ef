/**
 * Keeps what happened: closed changes are archived before the engine may clean their history up, and their record's head
 * is published on the pull request.
 */
@NullMarked
package io.rakegate.audit.keep;

import org.jspecify.annotations.NullMarked;
