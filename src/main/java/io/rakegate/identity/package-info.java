/**
 * Who people are: login, groups, teams, the mapping to accounts on GitHub, and what each group may do in the engine.
 *
 * <p>Must not know the process: it says who somebody is, never whose turn it is.
 */
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"pullrequest"})
package io.rakegate.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
