package io.rakegate.process;

import io.rakegate.identity.Person;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Step;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Who may withdraw a change, until when, and what they have to say. */
@Component
class WithdrawalRules {

    private final RuntimeService runtimeService;
    private final ActingPerson actingPerson;
    private final TextsShowNobody texts;

    WithdrawalRules(RuntimeService runtimeService, ActingPerson actingPerson, TextsShowNobody texts) {
        this.runtimeService = runtimeService;
        this.actingPerson = actingPerson;
        this.texts = texts;
    }

    /**
     * Requires a reason that can be kept.
     *
     * @throws InputRefused if there is none, or it shows somebody
     */
    void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new InputRefused("reason", "Say why the change is withdrawn: the approvers read it.");
        }
        texts.require("reason", reason);
    }

    /**
     * Requires that no run is scheduled yet. Asked as late as can be: one may be while somebody makes up their mind.
     *
     * @throws ActRefused if one is
     */
    static void requireNotScheduled(Change change) {
        Step step = change.step();
        if (step == null || step.compareTo(Step.RUN_IN_PRODUCTION) >= 0) {
            throw new ActRefused("The run is scheduled or has run, so the change cannot be withdrawn any more. "
                    + "Report the run as aborted, or run the back-out.");
        }
    }

    /**
     * Requires that the acting person asked for the change or is in the team that did, and says who it is.
     *
     * @throws ActRefused if they are neither
     */
    Person requireOwner(Change change) {
        Person person = actingPerson.get();
        Optional<String> creator = ChangeVariables.CREATOR.find(runtimeService, change.processInstanceId());
        Optional<String> team = ChangeVariables.TEAM_GROUP.find(runtimeService, change.processInstanceId());
        boolean owner = creator.filter(person.userId()::equals).isPresent()
                || team.filter(person.groups()::contains).isPresent();
        if (!owner) {
            throw new ActRefused("Only its creator or somebody of the requesting team can withdraw a change.");
        }
        return person;
    }
}
