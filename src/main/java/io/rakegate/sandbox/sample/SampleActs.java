package io.rakegate.sandbox.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.process.catalogue.Variable;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.sample.OwnServer.Answer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the sandbox's people do at each task of a sample change. */
@InSandbox
@Component("sandboxSampleActs")
class SampleActs {

    private static final Duration WINDOW = Duration.ofDays(3);

    private final OwnServer server;
    private final SampleFindings findings;
    private final Clock clock;

    SampleActs(OwnServer server, SampleFindings findings, Clock clock) {
        this.server = server;
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * Does what a task asks for, the files and reviews that it needs included.
     *
     * @param turn the task as the interface gives it
     * @return what the server answered; a refusal changes nothing
     */
    Answer act(SampleChange sample, int number, JsonNode turn) throws IOException, InterruptedException {
        UserTask task = UserTask.withId(turn.path("task").asText())
                .orElseThrow(() -> new IllegalStateException("No sample knows the task " + turn.path("task")));
        Optional<Answer> refused = prepare(sample, number, task);
        return refused.isPresent()
                ? refused.get()
                : server.post(
                        personAt(task, sample),
                        "/engine-rest/task/" + turn.path("taskId").asText() + "/complete",
                        Map.of("variables", entered(task, sample, number)));
    }

    private Optional<Answer> prepare(SampleChange sample, int number, UserTask task)
            throws IOException, InterruptedException {
        Optional<Answer> answer = Optional.empty();
        if (task.evidence().isPresent()) {
            answer = Optional.of(upload(sample, number, task.evidence().get()));
        } else if (UserTask.approvals().contains(task) && sample.goal() != Goal.REJECTED) {
            answer = Optional.of(server.post(
                    personAt(task, sample),
                    SampleWalk.CONTROL + "/" + number + "/reviews",
                    Map.of(
                            "author",
                            personAt(task, sample),
                            "state",
                            "APPROVED",
                            "body",
                            "The documents are complete.")));
        }
        return answer.filter(given -> !given.ok());
    }

    private Answer upload(SampleChange sample, int number, EvidenceEnvironment environment)
            throws IOException, InterruptedException {
        Instant now = clock.instant();
        return server.upload(
                sample.creator(),
                SampleWalk.CHANGES + "/" + number + "/evidence/" + environment.slug(),
                SampleEvidence.fields(environment, sample.command(), now),
                "run-in-" + environment.slug() + ".log",
                SampleEvidence.log(environment, sample.command(), now));
    }

    private static String personAt(UserTask task, SampleChange sample) {
        return switch (task) {
            case APPROVE_AS_ENGINEERING_LEAD -> "lead";
            case APPROVE_AS_CONSOLE_SERVICES -> "console";
            case RUN_IN_PRODUCTION -> "operator";
            case ARRANGE_OPERATOR -> "platform";
            default -> sample.creator();
        };
    }

    private Map<String, Map<String, Object>> entered(UserTask task, SampleChange sample, int number)
            throws IOException, InterruptedException {
        Entered entered = new Entered();
        switch (task) {
            case ANSWER_REQUIRED_QUESTIONS ->
                entered.json(ChangeVariables.FINDING_ANSWERS, findings.answers(sample.creator(), number));
            case APPROVE_AS_ENGINEERING_LEAD ->
                entered.text(ChangeVariables.LEAD_DECISION, "approve")
                        .flag(ChangeVariables.LEAD_CONFIRMS_DOCUMENTS)
                        .json(ChangeVariables.LEAD_ACCEPTED_WAIVERS, findings.waivers("lead", number));
            case APPROVE_AS_CONSOLE_SERVICES -> consoleServices(entered, sample, findings.waivers("console", number));
            case UPLOAD_STAGING_EVIDENCE -> entered.text(ChangeVariables.STAGING_OUTCOME, "passed");
            case SCHEDULE_PRODUCTION_RUN -> schedule(entered);
            case RUN_IN_PRODUCTION -> run(entered, sample);
            case VALIDATE_PRODUCTION_CHANGE ->
                entered.text(ChangeVariables.VALIDATION_OUTCOME, "passed").flag(ChangeVariables.LOG_LOOKED_AT);
            default -> {
                // completing says it all
            }
        }
        return entered.variables;
    }

    private static void consoleServices(Entered entered, SampleChange sample, String waivers) {
        if (sample.goal() == Goal.REJECTED) {
            entered.text(ChangeVariables.CONSOLE_SERVICES_DECISION, "reject")
                    .text(
                            ChangeVariables.CONSOLE_SERVICES_REASON,
                            "The nightly clean-up links these attachments since last week, so the run is not needed.");
        } else {
            entered.text(ChangeVariables.CONSOLE_SERVICES_DECISION, "approve")
                    .flag(ChangeVariables.CONSOLE_SERVICES_CONFIRMS_DOCUMENTS)
                    .json(ChangeVariables.CONSOLE_SERVICES_ACCEPTED_WAIVERS, waivers);
        }
    }

    private void schedule(Entered entered) {
        Instant start = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        entered.text(ChangeVariables.SCHEDULING_DECISION, "schedule")
                .text(ChangeVariables.WINDOW_START, start.toString())
                .text(ChangeVariables.WINDOW_END, start.plus(WINDOW).toString())
                .text(ChangeVariables.OPERATOR, "operator");
    }

    private void run(Entered entered, SampleChange sample) {
        Instant now = clock.instant();
        entered.text(ChangeVariables.RUN_OUTCOME, "success")
                .text(ChangeVariables.RUN_SESSION, "operator-0f3c1a9be27d4e551")
                .text(ChangeVariables.RUN_STARTED, now.minusMillis(500).toString())
                .text(ChangeVariables.RUN_ENDED, now.toString())
                .number(ChangeVariables.RUN_EXIT_STATUS, 0)
                .number(ChangeVariables.RUN_ROWS_CHANGED, 62_245)
                .text(ChangeVariables.RUN_ASSISTED_BY, sample.creator())
                .text(ChangeVariables.RUN_NOTES, "As in staging; 312 rows remain, as expected.");
    }

    /** What is entered in a form, as the engine's interface takes it. */
    private static final class Entered {

        private final Map<String, Map<String, Object>> variables = new LinkedHashMap<>();

        Entered text(Variable<String> variable, String value) {
            return put(variable.name(), "String", value);
        }

        Entered json(Variable<?> variable, String value) {
            return put(variable.name(), "Json", value);
        }

        Entered flag(Variable<Boolean> variable) {
            return put(variable.name(), "Boolean", true);
        }

        Entered number(Variable<Long> variable, long value) {
            return put(variable.name(), "Long", value);
        }

        private Entered put(String name, String type, Object value) {
            Map<String, Object> typed = new HashMap<>();
            typed.put("type", type);
            typed.put("value", value);
            variables.put(name, typed);
            return this;
        }
    }
}
