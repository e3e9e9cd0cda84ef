package io.rakegate.process.listener;

import io.rakegate.identity.Person;
import io.rakegate.process.ApprovalVariables;
import io.rakegate.process.CurrentAnswers;
import io.rakegate.process.Progress;
import io.rakegate.process.catalogue.Act;
import io.rakegate.process.catalogue.ChangeVariables;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who acted is taken at the act and kept with the commit it was for; then the pull request is brought up to date. */
@Component
@Order(90)
class ActIsRecorded implements CompletionRule {

    private final Progress progress;
    private final Clock clock;

    ActIsRecorded(Progress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public void completing(Completion completion) {
        DelegateExecution change = completion.task().getExecution().getProcessInstance();
        Act act = actOf(completion, change);
        completion.kind().flatMap(ApprovalVariables::of).ifPresent(approval -> {
            approval.act().set(change, act);
            approval.answersSeen().set(change, CurrentAnswers.of(change));
        });
        progress.made(completion.task().getExecution());
    }

    private Act actOf(Completion completion, DelegateExecution change) {
        Person actor = completion.actor();
        return new Act(
                completion.task().getTaskDefinitionKey(),
                actor.userId(),
                actor.name(),
                actor.gitHub() == null ? 0 : actor.gitHub().id(),
                clock.instant(),
                ChangeVariables.HEAD_SHA.find(change).orElse(null),
                ChangeVariables.ANSWERS_HASH.find(change).orElse(null));
    }
}
