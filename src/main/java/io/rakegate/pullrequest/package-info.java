/**
 * Facts about a pull request, and the port through which they are read and the process speaks on it.
 *
 * <p>Owns what a pull request is. Must not know the process, the rules or who has to act: the same facts are read by
 * all of them, and a fact that depends on who asks is not one.
 */
@NullMarked
@ApplicationModule(
        displayName = "Pull request facts",
        allowedDependencies = {})
package io.rakegate.pullrequest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
