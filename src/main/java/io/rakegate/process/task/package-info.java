/**
 * One class for each service task of the diagrams: read, call, write. A failure flies: the job is retried, then it is an
 * incident in Cockpit.
 */
@NullMarked
package io.rakegate.process.task;

import org.jspecify.annotations.NullMarked;
