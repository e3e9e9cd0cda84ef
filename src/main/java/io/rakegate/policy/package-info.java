/**
 * The rules that a change has to meet before people are asked to approve it, as plain Java.
 *
 * <p>Owns what is checked, why, and how to fix it. Must not know the engine, Spring or who acts: a rule reads facts and
 * returns findings, so that the same rule serves the process, a check before a pull request exists, and a test.
 */
@NullMarked
@ApplicationModule(
        displayName = "Rules",
        allowedDependencies = {"pullrequest"})
package io.rakegate.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
