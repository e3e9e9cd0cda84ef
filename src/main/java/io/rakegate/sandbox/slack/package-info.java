/**
 * The sandbox's Slack: two channels that speak the wire format of Slack's Web API, kept in PostgreSQL, with pages on
 * which a person reads them.
 *
 * <p>Must not know the process or the announcements: to Rakegate this is a foreign system that it reaches over HTTP
 * alone.
 */
@NullMarked
package io.rakegate.sandbox.slack;

import org.jspecify.annotations.NullMarked;
