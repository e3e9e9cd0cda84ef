/**
 * Who has taken which side of a change, and who therefore may not take another, as plain Java.
 *
 * <p>Must not know the engine or how people log in: it compares immutable identities that it is given.
 */
@NullMarked
@ApplicationModule(
        displayName = "Approval",
        allowedDependencies = {"pullrequest"})
package io.rakegate.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
