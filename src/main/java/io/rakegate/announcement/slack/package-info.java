/**
 * Announcements in Slack, through Slack's own client library.
 *
 * <p>Owns how something is said once in a channel although the attempt may be interrupted anywhere and made again. Must
 * not know what is said or why.
 */
@NullMarked
package io.rakegate.announcement.slack;

import org.jspecify.annotations.NullMarked;
