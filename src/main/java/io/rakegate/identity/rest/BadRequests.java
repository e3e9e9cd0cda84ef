package io.rakegate.identity.rest;

import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/** Found by Jersey itself, so that both doors of the engine have it: {@code /engine-rest} and its web applications. */
public final class BadRequests implements AutoDiscoverable {

    private static final List<Class<?>> MAPPERS = List.of(
            BadRequest.InResource.class,
            BadRequest.InEngine.class,
            BadRequest.InCheck.class,
            BadRequest.InDatabase.class,
            BadRequest.OfNothing.class,
            BadRequest.OfAnotherType.class,
            BadRequest.OfAnotherForm.class);

    @Override
    public void configure(FeatureContext context) {
        MAPPERS.forEach(context::register);
    }
}
