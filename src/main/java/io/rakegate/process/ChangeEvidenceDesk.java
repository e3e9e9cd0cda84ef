package io.rakegate.process;

import io.rakegate.approval.Side;
import io.rakegate.evidence.EvidenceDesk;
import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.identity.Person;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Taken;
import io.rakegate.pullrequest.PullRequestRef;
import java.time.Instant;
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
    public @Nullable Desk find(PullRequestRef ref, EvidenceEnvironment environment) {
        return changes.find(ref).map(change -> desk(change, environment)).orElse(null);
    }

    @Override
    public @Nullable PullRequestRef findReadable(PullRequestRef ref) {
        return changes.find(ref).map(Change::ref).orElse(null);
    }

    private Desk desk(Change change, EvidenceEnvironment environment) {
        Map<String, Object> kept =
                change.isRunning() ? runtimeService.getVariables(change.processInstanceId()) : Map.of();
        String headSha = change.headSha() == null ? "" : change.headSha();
        String committedAt = ChangeVariables.HEAD_COMMITTED_AT.read(kept.get(ChangeVariables.HEAD_COMMITTED_AT.name()));
        Optional<String> refusal = refusal(change, environment, kept);
        return new Desk(
                change.ref(),
                headSha,
                committedAt == null ? null : Instant.parse(committedAt),
                change.isRunning(),
                refusal.isEmpty(),
                refusal.orElse(null));
    }

    private Optional<String> refusal(Change change, EvidenceEnvironment environment, Map<String, Object> kept) {
        if (!change.isRunning()) {
            return Optional.of("The change has ended, so it takes no more evidence.");
        }
        if (change.headSha() == null) {
            return Optional.of("The pull request has not been read yet. Try again in a few seconds.");
        }
        Person person = actingPerson.get();
        if (isApprover(person, kept)) {
            return Optional.of("You approve this change, so you cannot add evidence to it. Ask somebody of its team.");
        }
        boolean operator = isIn(person, kept.get(ChangeVariables.PROD_OPERATORS_GROUP.name()));
        if (environment == EvidenceEnvironment.BACKOUT) {
            return operator ? Optional.empty() : Optional.of("Evidence of a back-out comes from an operator.");
        }
        boolean may = person.userId().equals(kept.get(ChangeVariables.CREATOR.name()))
                || isIn(person, kept.get(ChangeVariables.TEAM_GROUP.name()))
                || (operator && environment == EvidenceEnvironment.PRODUCTION);
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
