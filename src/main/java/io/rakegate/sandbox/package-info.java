/**
 * The sandbox: demo people, a fake GitHub and a fake Slack that speak the real wire format on loopback, and sample
 * changes.
 *
 * <p>It stands on the far side of the wire. Nobody uses it: production code runs unchanged against it, only the base
 * addresses differ.
 */
@NullMarked
@ApplicationModule(displayName = "Sandbox")
package io.rakegate.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
