package io.rakegate.journey;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The ten steps on the embedded default: a PostgreSQL that the application starts itself. */
@WholeApplication
class TenStepsJourneyTest extends TenStepsJourney {

    @DynamicPropertySource
    static void embedded(DynamicPropertyRegistry properties) {
        properties.add("rakegate.database.embedded.directory", () -> "target/journey/postgres");
        properties.add("rakegate.database.embedded.port", () -> 0);
        properties.add("rakegate.database.embedded.fresh", () -> true);
    }
}
