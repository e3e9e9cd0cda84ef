package io.rakegate.identity.rest;

import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;

/**
 * Tells what was sent wrongly from what the server did wrongly. Only what is surely the caller's counts: an exception on
 * the way from the request into the engine, before any command began; a command's own check of what it was given; and a
 * value that the database cannot take (SQL state of class 22, data exception). Whatever else is thrown stays a server
 * error.
 */
final class WhatWasSent {

    private static final int MOST_CAUSES = 20;
    private static final String DATA_EXCEPTION = "22";
    private static final String REST = "org.camunda.bpm.engine.rest.";
    private static final String REST_DTO = "org.camunda.bpm.engine.rest.dto.";
    private static final String CHECKS = "org.camunda.bpm.engine.impl.util.EnsureUtil";
    private static final String OF_ANOTHER_TENANT = "exceptionCommandWithUnauthorizedTenant";
    private static final String JOBS = "org.camunda.bpm.engine.impl.jobexecutor.";
    private static final String COMMANDS = "org.camunda.bpm.engine.impl.interceptor.";
    private static final Pattern ABSENT_FIELD = Pattern.compile("\\.(?:get|is)(\\w+)\\(\\)\" is null$");

    /** What the engine's resources call an invalid request and a server error in one, and say no more about. */
    private static final Pattern INVALID = Pattern.compile("(?s)(?:ENGINE-14026 |ENGINE-13054 )?"
            + "(?:No job found with id |No job definition found with id |The number of job retries must be "
            + "|Could not deserialize JSON object: ).*");

    private WhatWasSent() {}

    /** What was wrong with the request, as a sentence for whoever sent it; empty if nothing was, or it cannot be told. */
    static Optional<String> wrongIn(Throwable thrown) {
        if (thrown instanceof RestException refused) {
            return refused.getStatus() == null || refused.getStatus().getStatusCode() >= 500
                    ? wrongInResource(refused)
                    : forbiddenIn(refused);
        }
        if (thrown instanceof ProcessEnginePersistenceException) {
            return dataException(thrown);
        }
        boolean mayBe = thrown.getClass() == ProcessEngineException.class
                || thrown instanceof NullValueException
                || thrown instanceof NullPointerException
                || thrown instanceof ClassCastException
                || thrown instanceof IllegalArgumentException;
        return mayBe && (isCheck(thrown) || isOnTheWayIn(thrown)) ? Optional.of(said(thrown)) : Optional.empty();
    }

    /** The engine's resources wrap some of what they catch, and call it a server error. */
    private static Optional<String> wrongInResource(RestException refused) {
        String said = String.valueOf(refused.getMessage());
        Throwable cause = refused.getCause();
        if (INVALID.matcher(said).matches() || cause instanceof BadUserRequestException) {
            return Optional.of(said);
        }
        return cause == null ? Optional.empty() : wrongIn(cause);
    }

    /** Its resource for comments calls whatever the engine refuses an invalid request, and does not say why. */
    private static Optional<String> forbiddenIn(RestException refused) {
        return refused.getStatus() == Response.Status.BAD_REQUEST
                        && refused.getCause() instanceof AuthorizationException forbidden
                ? Optional.of(String.valueOf(forbidden.getMessage()))
                : Optional.empty();
    }

    private static Optional<String> dataException(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .filter(state -> state.startsWith(DATA_EXCEPTION))
                .findFirst()
                .map(state -> "One of the values is none that can be stored or compared (SQL state " + state
                        + "), such as a text with the character NUL or a number below zero where one counts.");
    }

    /**
     * Between the request and the engine: nothing but the engine's REST classes, what they call to read the request, and
     * the builders that they fill. Turning what the engine answered into a response is the other direction.
     */
    private static boolean isOnTheWayIn(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            String type = frame.getClassName();
            if (type.startsWith(REST)) {
                return !isAnswer(type, frame.getMethodName());
            }
            if (type.startsWith(COMMANDS) || type.startsWith(JOBS) || type.startsWith("io.rakegate.")) {
                return false;
            }
        }
        return false;
    }

    private static boolean isAnswer(String type, String method) {
        return type.startsWith(REST_DTO) && method.startsWith("from") && !method.equals("fromFormPart");
    }

    /** What a command checks before it does anything; in a job it would be about what the process gave it. */
    private static boolean isCheck(Throwable thrown) {
        boolean checked = Stream.of(thrown.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java.")
                        && !frame.getClassName().startsWith("jdk."))
                .findFirst()
                .filter(frame -> frame.getClassName().equals(CHECKS)
                        || frame.getMethodName().equals(OF_ANOTHER_TENANT))
                .isPresent();
        return checked
                && Stream.of(thrown.getStackTrace())
                        .noneMatch(frame -> frame.getClassName().startsWith(JOBS));
    }

    private static String said(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (thrown instanceof NullPointerException) {
            Matcher absent = ABSENT_FIELD.matcher(message);
            return absent.find()
                    ? "The field '" + decapitalised(absent.group(1)) + "' is missing."
                    : "The body, or a field of it that is needed, is missing.";
        }
        return thrown instanceof ProcessEngineException || thrown instanceof NumberFormatException
                ? message
                : "A value has another type than is asked for here.";
    }

    private static String decapitalised(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
