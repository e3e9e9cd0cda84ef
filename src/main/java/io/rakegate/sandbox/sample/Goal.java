package io.rakegate.sandbox.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.process.catalogue.Outcome;
import io.rakegate.process.catalogue.UserTask;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far a sample change is taken: to where exactly these tasks wait for a person, or to an end. */
enum Goal {
    MOVE_RAKE_TASK(UserTask.MOVE_RAKE_TASK),
    ANSWER_QUESTIONS(UserTask.ANSWER_REQUIRED_QUESTIONS),
    LOCAL_EVIDENCE(UserTask.UPLOAD_LOCAL_EVIDENCE),
    BOTH_APPROVALS(UserTask.APPROVE_AS_ENGINEERING_LEAD, UserTask.APPROVE_AS_CONSOLE_SERVICES),
    LEAD_APPROVAL(UserTask.APPROVE_AS_ENGINEERING_LEAD),
    STAGING_EVIDENCE(UserTask.UPLOAD_STAGING_EVIDENCE),
    OPERATOR(UserTask.ARRANGE_OPERATOR),
    SCHEDULE(UserTask.SCHEDULE_PRODUCTION_RUN),
    RUN(UserTask.RUN_IN_PRODUCTION),
    VALIDATE(UserTask.VALIDATE_PRODUCTION_CHANGE),
    COMPLETED(Outcome.COMPLETED),
    REJECTED(Outcome.REJECTED),
    WITHDRAWN(Outcome.WITHDRAWN);

    private final Set<String> left;
    private final @Nullable Outcome outcome;

    Goal(UserTask... left) {
        this.left = Stream.of(left).map(UserTask::id).collect(Collectors.toUnmodifiableSet());
        this.outcome = null;
    }

    Goal(Outcome outcome) {
        this.left = Set.of();
        this.outcome = outcome;
    }

    /** Whether a task is left for the people who try the sandbox. */
    boolean leaves(String task) {
        return left.contains(task);
    }

    /**
     * Whether a change is there.
     *
     * @param change as the interface gives it
     */
    boolean isReached(JsonNode change) {
        if (outcome != null) {
            return change.path("state").asText().equals(outcome.name());
        }
        Set<String> waiting = new HashSet<>();
        change.path("waitingFor").forEach(turn -> waiting.add(turn.path("task").asText()));
        return waiting.equals(left);
    }
}
