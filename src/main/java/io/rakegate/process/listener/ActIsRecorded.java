package io.rakegate.process.listener;

import io.rakegate.process.ApprovalVariables;
import io.rakegate.process.CurrentAnswers;
import io.rakegate.process.Progress;
import io.rakegate.process.catalogue.Act;
import java.time.Clock;
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
        Act act = completion.act(clock.instant());
        completion.kind().flatMap(ApprovalVariables::of).ifPresent(approval -> {
            approval.act().set(completion.change(), act);
            // whether it has its review on GitHub is not known yet, whatever was found for an earlier one
            approval.reviewFound().remove(completion.change());
            approval.answersSeen().set(completion.change(), CurrentAnswers.of(completion.change()));
        });
        progress.made(completion.task().getExecution());
    }
}
