package io.rakegate.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The PostgreSQL that the application starts itself where no database is configured.
 *
 * @param directory where its data is kept, relative to the folder that the application is started in
 * @param port the port it listens on, on the loopback address only; 0 takes a free one at each start
 * @param fresh whether to throw away what is stored and start with an empty database
 */
@Validated
@ConfigurationProperties("rakegate.database.embedded")
record EmbeddedDatabaseProperties(
        @DefaultValue("data/postgres") Path directory,
        @DefaultValue("54329") @Min(0) @Max(65535) int port,
        @DefaultValue("false") boolean fresh) {}
