/**
 * The database Rakegate runs on: the embedded PostgreSQL where none is configured, and versioned migrations that run
 * before the engine starts.
 */
@NullMarked
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
package io.rakegate.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
