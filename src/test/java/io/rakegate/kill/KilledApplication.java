package io.rakegate.kill;

import io.rakegate.RakegateApplication;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;

/** The application as it is, and something that kills it. */
final class KilledApplication {

    private KilledApplication() {}

    /** Starts it; the arguments are Spring's. */
    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        new SpringApplication(RakegateApplication.class, KillInServiceTasks.class).run(arguments);
    }
}
