/**
 * What a load balancer or a container asks without a login: whether this node is well. And where everything else about
 * its inside is told: on a port of its own.
 */
@NullMarked
@ApplicationModule(
        displayName = "Probe",
        allowedDependencies = {})
package io.rakegate.probe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
