package io.rakegate.process.task;

import io.rakegate.identity.People;
import io.rakegate.process.catalogue.ChangeVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whether the requesting team has a DevOps engineer with production access. */
@Component
class FindOperator implements JavaDelegate {

    private final People people;

    FindOperator(People people) {
        this.people = people;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String team = ChangeVariables.TEAM_GROUP.get(execution);
        boolean found = people.membersOf(ChangeVariables.PROD_OPERATORS_GROUP.get(execution)).stream()
                .anyMatch(operator -> operator.groups().contains(team));
        ChangeVariables.TEAM_HAS_OPERATOR.set(execution, found);
    }
}
