package io.rakegate;

import java.time.Clock;
import java.util.Map;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Rakegate: the approval process for production database changes, with its engine, pages and interfaces. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class RakegateApplication {

    /** Starts the application. The engine stores times without a zone, so every node runs in UTC. */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication application = new SpringApplication(RakegateApplication.class);
        // the actuator on a port of its own: here and not in a file, so that several in one virtual machine do not meet
        application.setDefaultProperties(Map.of("management.server.port", "8081"));
        application.run(args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
