package io.rakegate.process.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.process.ActRefused;
import io.rakegate.process.ChangeAlreadyRunning;
import io.rakegate.process.InputRefused;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;

/**
 * What a change is refused for when it is asked for at the engine's interfaces: the engine passes on as it is what is
 * thrown at the start of a process, unlike what is thrown at a task.
 */
final class RefusedStart implements ExtendedExceptionMapper<RuntimeException> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public boolean isMappable(RuntimeException thrown) {
        return thrown instanceof InputRefused || thrown instanceof ActRefused || thrown instanceof ChangeAlreadyRunning;
    }

    @Override
    public Response toResponse(RuntimeException thrown) {
        Status status = thrown instanceof ActRefused
                ? Status.FORBIDDEN
                : thrown instanceof ChangeAlreadyRunning ? Status.CONFLICT : Status.BAD_REQUEST;
        ObjectNode problem = JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", status.getReasonPhrase())
                .put("status", status.getStatusCode())
                .put("detail", thrown.getMessage())
                .put("message", thrown.getMessage());
        if (thrown instanceof InputRefused input) {
            problem.put("field", input.field());
        }
        try {
            return Response.status(status)
                    .type(new MediaType("application", "problem+json"))
                    .entity(JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8))
                    .build();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
