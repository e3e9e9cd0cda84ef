package io.rakegate.sandbox.github;

import java.util.Objects;
import org.springframework.core.env.Environment;

/** Where a program on this machine finds this server. */
public final class OwnAddress {

    private OwnAddress() {}

    /** Its address without a slash at the end. The port of a server that picked one itself is known only once it runs. */
    public static String of(Environment environment) {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "http://localhost:" + port
                + Objects.requireNonNullElse(environment.getProperty("server.servlet.context-path"), "");
    }
}
