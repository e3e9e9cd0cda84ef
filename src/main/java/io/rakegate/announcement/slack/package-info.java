/** Announcements in Slack, through Slack's own client library. */
@NullMarked
package io.rakegate.announcement.slack;

import org.jspecify.annotations.NullMarked;
