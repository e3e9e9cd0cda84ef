/**
 * Which secrets there are and that each is there, long enough and not one that everybody knows, before anything else
 * starts.
 *
 * <p>Must not know what a secret is used for, and never says one: a refusal names the property only.
 */
@NullMarked
@ApplicationModule(
        displayName = "Secrets",
        allowedDependencies = {})
package io.rakegate.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
