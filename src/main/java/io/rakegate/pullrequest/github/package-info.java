/** Pull requests on GitHub: the client behind the port, and its configuration. */
@NullMarked
package io.rakegate.pullrequest.github;

import org.jspecify.annotations.NullMarked;
