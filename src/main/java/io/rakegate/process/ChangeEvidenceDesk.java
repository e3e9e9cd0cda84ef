package io.rakegate.process;

import io.rakegate.approval.Side;
import io.rakegate.evidence.EvidenceDesk;
import io.rakegate.identity.Person;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Taken;
import io.rakegate.pullrequest.PullRequestRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what the acting person may do with the evidence of a change. */
@Component
class ChangeEvidenceDesk implements EvidenceDesk {

    private final Changes changes;
    private final ActingPerson actingPerson;
    private final RuntimeService runtimeService;

    ChangeEvidenceDesk(Changes changes, ActingPerson actingPerson, RuntimeService runtimeService) {
        this.changes = changes;
        this.actingPerson = actingPerson;
        this.runtimeService = runtimeService;
    }

    @Override
    public @Nullable Desk find(PullRequestRef ref) {
        return changes.find(ref).map(this::desk).orElse(null);
    }

    private Desk desk(Change change) {
        String headSha = change.headSha() == null ? "" : change.headSha();
        Optional<String> refusal = refusal(change);
        return new Desk(change.ref(), headSha, change.isRunning(), refusal.isEmpty(), refusal.orElse(null));
    }

    private Optional<String> refusal(Change change) {
        if (!change.isRunning()) {
            return Optional.of("The change has ended, so it takes no more evidence.");
        }
        if (change.headSha() == null) {
            return Optional.of("The pull request has not been read yet. Try again in a few seconds.");
        }
        Person person = actingPerson.get();
        Map<String, Object> kept = runtimeService.getVariables(change.processInstanceId());
        if (isApprover(person, kept)) {
            return Optional.of("You approve this change, so you cannot add evidence to it. Ask somebody of its team.");
        }
        boolean may = person.userId().equals(kept.get(ChangeVariables.CREATOR.name()))
                || isIn(person, kept.get(ChangeVariables.TEAM_GROUP.name()))
                || isIn(person, kept.get(ChangeVariables.PROD_OPERATORS_GROUP.name()));
        return may
                ? Optional.empty()
                : Optional.of("Evidence comes from the requesting team or from an operator, and you are neither.");
    }

    private static boolean isApprover(Person person, Map<String, Object> kept) {
        List<Taken> taken = ChangeVariables.SIDES_TAKEN.read(kept.get(ChangeVariables.SIDES_TAKEN.name()));
        return taken != null
                && taken.stream()
                        .filter(side -> side.side() == Side.ENGINEERING_LEAD || side.side() == Side.CONSOLE_SERVICES)
                        .anyMatch(side -> side.userId().equals(person.userId()));
    }

    private static boolean isIn(Person person, @Nullable Object group) {
        return group != null && person.groups().contains(group.toString());
    }
}
