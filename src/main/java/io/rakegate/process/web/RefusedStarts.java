package io.rakegate.process.web;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/** Found by Jersey itself, so that both doors of the engine have it: {@code /engine-rest} and its web applications. */
public final class RefusedStarts implements AutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        context.register(RefusedStart.class);
    }
}
