/**
 * Sample changes, so that no page is empty: on the first start one change waits at each interesting step and a few have
 * ended. They are taken there through the real process, over HTTP and as the sandbox's people.
 */
@NullMarked
package io.rakegate.sandbox.sample;

import org.jspecify.annotations.NullMarked;
