package io.rakegate.process.listener;

import io.rakegate.process.Sides;
import io.rakegate.process.catalogue.UserTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whoever completes a task takes its side, and can therefore hold no other: "Four sides, four people." */
@Component
@Order(20)
class PeopleAreSeparate implements CompletionRule {

    private final Sides sides;

    PeopleAreSeparate(Sides sides) {
        this.sides = sides;
    }

    @Override
    public void completing(Completion completion) {
        completion
                .kind()
                .flatMap(UserTask::side)
                // what the task keeps for itself has no say in it
                .ifPresent(side -> sides.take(completion.task().getExecution(), side, completion.actor()));
    }
}
