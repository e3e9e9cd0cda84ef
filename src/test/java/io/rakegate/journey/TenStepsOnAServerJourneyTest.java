package io.rakegate.journey;

import io.rakegate.support.WithServerDatabase;

/** The ten steps on a PostgreSQL server, by configuration alone. */
@WholeApplication
@WithServerDatabase
class TenStepsOnAServerJourneyTest extends TenStepsJourney {}
