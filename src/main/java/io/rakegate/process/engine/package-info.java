/**
 * How the engine is set up: history, retries, long texts, the deployment of what stands in {@code processes/}, and the
 * filters of Tasklist.
 *
 * <p>One of the few packages that use the engine's internal interfaces, because it offers no public ones for these.
 */
@NullMarked
package io.rakegate.process.engine;

import org.jspecify.annotations.NullMarked;
