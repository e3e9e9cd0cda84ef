package io.rakegate.identity.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the caller's fault, and that a fault of the server never becomes one. */
class WhatWasSentTest {

    private static final String RESOURCE = "org.camunda.bpm.engine.rest.sub.runtime.impl.JobResourceImpl#setJobRetries";
    private static final String COMMAND = "org.camunda.bpm.engine.impl.interceptor.CommandExecutorImpl#execute";
    private static final String CHECK = "org.camunda.bpm.engine.impl.util.EnsureUtil#ensureNotNull";
    private static final String JOB = "org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper#executeJob";

    static Stream<Throwable> ofTheCaller() {
        return Stream.of(
                persistence("22021"),
                persistence("2201W"),
                at(new NullPointerException("\"dto\" is null"), RESOURCE),
                at(new ClassCastException("x"), "java.lang.Class#cast", RESOURCE),
                at(new ProcessEngineException("Not both."), "org.camunda.bpm.engine.impl.JobQueryImpl#x", RESOURCE),
                at(new NullPointerException(), "org.camunda.bpm.engine.rest.dto.VariableValueDto#fromFormPart"),
                at(new NullValueException("There is none."), CHECK, COMMAND, RESOURCE),
                new RestException(Status.INTERNAL_SERVER_ERROR, new BadUserRequestException("No."), "No."),
                new RestException(Status.INTERNAL_SERVER_ERROR, persistence("22021"), "No."),
                new InvalidRequestException(Status.INTERNAL_SERVER_ERROR, "No job found with id 'x'."));
    }

    @ParameterizedTest
    @MethodSource("ofTheCaller")
    void whatIsSurelyTheCallersIsSaid(Throwable thrown) {
        assertThat(WhatWasSent.wrongIn(thrown))
                .hasValueSatisfying(said -> assertThat(said).doesNotContain("ACT_RU_", "org.postgresql", "java.lang"));
    }

    static Stream<Throwable> ofTheServer() {
        return Stream.of(
                persistence("08006"),
                persistence("42601"),
                persistence("53300"),
                persistence("57P01"),
                new ProcessEnginePersistenceException("lost", new IllegalStateException("no connection")),
                at(new NullPointerException(), "org.camunda.bpm.engine.impl.cmd.AnyCmd#execute", COMMAND, RESOURCE),
                at(new NullPointerException(), "io.rakegate.process.task.CheckPullRequest#execute", COMMAND, RESOURCE),
                at(new NullPointerException(), "org.camunda.bpm.engine.rest.dto.runtime.JobDto#fromJob", RESOURCE),
                at(new IllegalArgumentException(), "org.hibernate.Any#thing"),
                at(new NullValueException("There is none."), CHECK, COMMAND, JOB, COMMAND, RESOURCE),
                at(new ProcessEngineException("The engine is closed."), COMMAND, RESOURCE),
                new RestException(Status.INTERNAL_SERVER_ERROR, persistence("08006"), "Cannot start it."),
                new RestException(Status.INTERNAL_SERVER_ERROR, new IllegalStateException("x"), "Cannot start it."),
                new InvalidRequestException(
                        Status.INTERNAL_SERVER_ERROR, "An exception occurred in the persistence layer."),
                new IllegalStateException("x"));
    }

    @ParameterizedTest
    @MethodSource("ofTheServer")
    void aFaultOfTheServerStaysOne(Throwable thrown) {
        assertThat(WhatWasSent.wrongIn(thrown)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404})
    void whatTheEngineAnswersRightlyIsLeftAlone(int status) {
        assertThat(WhatWasSent.wrongIn(
                        new RestException(Status.fromStatusCode(status), new BadUserRequestException("No."), "No.")))
                .isEmpty();
    }

    @Test
    void theAbsentFieldIsNamed() {
        Throwable thrown = at(
                new NullPointerException("Cannot invoke \"java.lang.Integer.intValue()\" because the return value of"
                        + " \"org.camunda.bpm.engine.rest.dto.runtime.RetriesDto.getRetries()\" is null"),
                RESOURCE);

        assertThat(WhatWasSent.wrongIn(thrown)).hasValue("The field 'retries' is missing.");
    }

    private static RuntimeException persistence(String state) {
        return new ProcessEnginePersistenceException(
                "An exception occurred in the persistence layer.",
                new RuntimeException("### SQL: SELECT ACT_RU_", new SQLException("ACT_RU_", state)));
    }

    private static Throwable at(Throwable thrown, String... frames) {
        thrown.setStackTrace(Stream.of(frames)
                .map(frame -> frame.split("#", 2))
                .map(frame -> new StackTraceElement(frame[0], frame[1], null, -1))
                .toArray(StackTraceElement[]::new));
        return thrown;
    }
}
