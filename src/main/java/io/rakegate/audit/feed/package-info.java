/**
 * The outgoing feed of events: tells other systems by webhook what happened to a change, in order and at least once.
 *
 * <p>Sends where something happened and never what people wrote: who wants to know more asks the events interface with
 * their own login. Must not decide or change anything about a change.
 */
@NullMarked
package io.rakegate.audit.feed;

import org.jspecify.annotations.NullMarked;
