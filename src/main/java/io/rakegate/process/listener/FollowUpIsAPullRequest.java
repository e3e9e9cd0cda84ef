package io.rakegate.process.listener;

import io.rakegate.process.Fields;
import io.rakegate.process.InputRefused;
import io.rakegate.process.RunningChanges;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequests;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A follow-up is another pull request of a configured repository that no other change has. */
@Component
@Order(50)
class FollowUpIsAPullRequest implements CompletionRule {

    private final PullRequests pullRequests;
    private final RunningChanges runningChanges;

    FollowUpIsAPullRequest(PullRequests pullRequests, RunningChanges runningChanges) {
        this.pullRequests = pullRequests;
        this.runningChanges = runningChanges;
    }

    @Override
    public void completing(Completion completion) {
        if (completion.isFor(UserTask.ATTACH_FOLLOW_UP_PULL_REQUEST)) {
            DelegateTask task = completion.task();
            PullRequestRef followUp = located(Fields.required(
                    task,
                    ChangeVariables.FOLLOW_UP_PULL_REQUEST,
                    "Give the link of the follow-up pull request. Open it on GitHub first."));
            if (followUp.key().equals(ChangeVariables.PULL_REQUEST.get(task))) {
                throw refused("That is the pull request that is merged already. Open another one with the fix.");
            }
            runningChanges.claim(followUp, task.getProcessInstanceId());
        }
    }

    private PullRequestRef located(String link) {
        try {
            return pullRequests.locate(link);
        } catch (IllegalArgumentException notOurs) {
            throw refused(String.valueOf(notOurs.getMessage()));
        }
    }

    private static InputRefused refused(String sentence) {
        return new InputRefused(ChangeVariables.FOLLOW_UP_PULL_REQUEST.name(), sentence);
    }
}
