package io.rakegate.identity.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what was sent wrongly with 400 and a problem (RFC 9457) that also carries the engine's {@code message}, for its
 * clients. An exception that is not surely the caller's is left to the engine's own mapping, a logged server error.
 *
 * @param <T> the exception that it looks at; the nearest to what was thrown is asked first
 */
abstract sealed class BadRequest<T extends RuntimeException> implements ExtendedExceptionMapper<T> {

    private static final Logger LOG = LoggerFactory.getLogger(BadRequest.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BEFORE_THE_ENGINES = 1;
    private static final int LONGEST = 1_000;

    @Override
    public boolean isMappable(T thrown) {
        return WhatWasSent.wrongIn(thrown).isPresent();
    }

    @Override
    public Response toResponse(T thrown) {
        String wrong = shortened(WhatWasSent.wrongIn(thrown).orElseThrow());
        LOG.info("Answered 400: {} ({})", oneLine(wrong), thrown.getClass().getSimpleName());
        ObjectNode problem = JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", "Bad Request")
                .put("status", Response.Status.BAD_REQUEST.getStatusCode())
                .put("detail", wrong)
                .put("message", wrong);
        try {
            // bytes, because which of the engine's writers gets an object depends on what the caller accepts
            return Response.status(Response.Status.BAD_REQUEST)
                    .type(new MediaType("application", "problem+json"))
                    .entity(JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8))
                    .build();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    @Priority(BEFORE_THE_ENGINES)
    static final class InResource extends BadRequest<RestException> {}

    @Priority(BEFORE_THE_ENGINES)
    static final class InEngine extends BadRequest<ProcessEngineException> {}

    @Priority(BEFORE_THE_ENGINES)
    static final class InCheck extends BadRequest<NullValueException> {}

    @Priority(BEFORE_THE_ENGINES)
    static final class InDatabase extends BadRequest<ProcessEnginePersistenceException> {}

    @Priority(BEFORE_THE_ENGINES)
    static final class OfNothing extends BadRequest<NullPointerException> {}

    @Priority(BEFORE_THE_ENGINES)
    static final class OfAnotherType extends BadRequest<ClassCastException> {}

    @Priority(BEFORE_THE_ENGINES)
    static final class OfAnotherForm extends BadRequest<IllegalArgumentException> {}
}
