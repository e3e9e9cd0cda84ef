package io.rakegate.journey;

import io.rakegate.support.WithDatabase;
import org.junit.jupiter.api.Tag;

/** The ten steps on whichever PostgreSQL the build is told to test with; the check before a merge names several. */
@Tag("postgresql")
@WholeApplication
@WithDatabase
class TenStepsOnTheNamedPostgresTest extends TenStepsJourney {}
