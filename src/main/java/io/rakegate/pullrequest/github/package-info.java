/**
 * Pull requests on GitHub: the client behind the port, the webhook that says when to look again, and their
 * configuration. What GitHub's payloads look like is known here and nowhere else.
 */
@NullMarked
package io.rakegate.pullrequest.github;

import org.jspecify.annotations.NullMarked;
