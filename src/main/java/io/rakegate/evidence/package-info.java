/**
 * Evidence: what shows that a task was tested and what it did, kept as typed records with their bytes and SHA-256.
 *
 * <p>Owns records, bytes, the scan for personal data and the upload and download interface. Must not know the engine:
 * what it needs to know about a running change it asks through {@link io.rakegate.evidence.EvidenceDesk}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {"pullrequest"})
package io.rakegate.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
