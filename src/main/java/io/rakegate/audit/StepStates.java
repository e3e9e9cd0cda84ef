package io.rakegate.audit;

import static io.rakegate.audit.StepState.State;

import io.rakegate.process.Change;
import io.rakegate.process.Waiting;
import io.rakegate.process.catalogue.Outcome;
import io.rakegate.process.catalogue.Step;
import io.rakegate.process.catalogue.UserTask;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;

/** Works out where a change stands with each of the ten steps. */
final class StepStates {

    /** The search for an operator starts with a change and goes on beside the steps; that it ran says nothing of them. */
    private static final Set<String> BESIDE = Set.of(UserTask.ARRANGE_OPERATOR.id(), "Task_FindOperator");

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,2}) .*", Pattern.DOTALL);

    private final Change change;
    private final List<HistoricActivityInstance> activities;
    private final Step current;

    private StepStates(Change change, List<HistoricActivityInstance> activities) {
        this.change = change;
        this.activities = activities;
        this.current = current(activities);
    }

    /** The ten steps of a change, from what happened on its main path. */
    static List<StepState> of(Change change, List<HistoricActivityInstance> activities) {
        StepStates states = new StepStates(change, activities);
        return Stream.of(Step.values()).map(states::of).toList();
    }

    /** The step of an element: that of its user task, else the number in front of its name. */
    static Optional<Step> stepOf(String id, @Nullable String name) {
        return UserTask.withId(id).map(UserTask::step).or(() -> numbered(name));
    }

    private static Optional<Step> numbered(@Nullable String name) {
        Matcher matcher = NUMBER.matcher(name == null ? "" : name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        return Stream.of(Step.values()).filter(step -> step.number() == number).findFirst();
    }

    private StepState of(Step step) {
        List<HistoricActivityInstance> own =
                activities.stream().filter(one -> isOf(one, step)).toList();
        State state = change.isRunning() ? whileRunning(step) : afterwards(step, own);
        List<Waiting> waiting =
                change.waitingFor().stream().filter(turn -> turn.step() == step).toList();
        boolean left = state == State.DONE || state == State.NOT_DONE;
        return new StepState(step, state, waiting, since(own), left ? until(own) : null);
    }

    private State whileRunning(Step step) {
        if (step == current) {
            return State.NOW;
        }
        return step.compareTo(current) < 0 ? State.DONE : State.TO_COME;
    }

    private State afterwards(Step step, List<HistoricActivityInstance> own) {
        boolean completed = change.outcome() == Outcome.COMPLETED
                || own.stream().anyMatch(one -> one.getEndTime() != null && !one.isCanceled());
        boolean later = activities.stream()
                .flatMap(one -> inLine(one).stream())
                .anyMatch(reached -> reached.compareTo(step) > 0);
        return completed && (later || step == Step.ANNOUNCE || change.outcome() == Outcome.COMPLETED)
                ? State.DONE
                : State.NOT_DONE;
    }

    /** The earliest step that something goes on at; between two elements, the one that was left last. */
    private static Step current(List<HistoricActivityInstance> activities) {
        Optional<Step> open = activities.stream()
                .filter(one -> one.getEndTime() == null)
                .flatMap(one -> inLine(one).stream())
                .min(Comparator.naturalOrder());
        return open.or(() -> activities.stream()
                        .filter(one -> one.getEndTime() != null && inLine(one).isPresent())
                        .max(Comparator.comparing(HistoricActivityInstance::getEndTime))
                        .flatMap(StepStates::inLine))
                .orElse(Step.CREATE);
    }

    /** The step of an activity that the others wait for. */
    private static Optional<Step> inLine(HistoricActivityInstance one) {
        return BESIDE.contains(one.getActivityId())
                ? Optional.empty()
                : stepOf(one.getActivityId(), one.getActivityName());
    }

    private static boolean isOf(HistoricActivityInstance one, Step step) {
        return inLine(one).filter(found -> found == step).isPresent();
    }

    private static @Nullable Instant since(List<HistoricActivityInstance> own) {
        return own.stream()
                .map(HistoricActivityInstance::getStartTime)
                .max(Comparator.naturalOrder())
                .map(Date::toInstant)
                .orElse(null);
    }

    private static @Nullable Instant until(List<HistoricActivityInstance> own) {
        return own.stream()
                .map(HistoricActivityInstance::getEndTime)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(Date::toInstant)
                .orElse(null);
    }
}
