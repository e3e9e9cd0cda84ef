package io.rakegate.process.task;

import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.process.Openings;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.pullrequest.PullRequestRef;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the change of a pull request in the name of its author, once. */
@Component
class OpenChange implements JavaDelegate {

    private final Openings openings;
    private final People people;

    OpenChange(Openings openings, People people) {
        this.openings = openings;
        this.people = people;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String userId = ChangeVariables.CREATOR.get(execution);
        Person creator = people.find(userId)
                .orElseThrow(() -> new IllegalStateException("There is nobody called \"" + userId + "\" any more."));
        PullRequestRef ref = PullRequestRef.fromKey(execution.getProcessBusinessKey());
        openings.open(ref, creator, ChangeVariables.TEAM.get(execution), ChangeVariables.COMMAND.get(execution, ""));
    }
}
