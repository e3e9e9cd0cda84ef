/**
 * What is said in the team's channels, and the port through which it is said.
 *
 * <p>Must not know the process or the engine: it is told what to say and where, and makes sure it is said once.
 */
@NullMarked
@ApplicationModule(
        displayName = "Announcements",
        allowedDependencies = {})
package io.rakegate.announcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
