package io.rakegate.support;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;

/** A node that a test starts beside others in this JVM, on the engine alone. */
public final class AnotherNode {

    private AnotherNode() {}

    /**
     * A node that leaves the JVM's logging as it is: two that set it up at the same time take each other's half-made
     * settings, and one of them does not start.
     */
    public static SpringApplicationBuilder onTheEngine() {
        SpringApplicationBuilder node =
                new SpringApplicationBuilder(EngineTestApplication.class).web(WebApplicationType.NONE);
        node.application()
                .setListeners(node.application().getListeners().stream()
                        .filter(listener -> !(listener instanceof LoggingApplicationListener))
                        .toList());
        return node;
    }
}
