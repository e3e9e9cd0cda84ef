package io.rakegate.process;

import io.rakegate.approval.Side;
import io.rakegate.evidence.OverrideDesk;
import io.rakegate.evidence.Quarantined;
import io.rakegate.identity.Acting;
import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.FalseAlarm;
import io.rakegate.process.catalogue.Variable;
import io.rakegate.pullrequest.PullRequestRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says who decides about a false alarm of the scan: the requesting team's engineering lead or Console Services, and
 * nobody who holds another side. Whoever decides takes the side they decide for.
 */
@Component
class ChangeOverrideDesk implements OverrideDesk {

    private final Changes changes;
    private final ActingPerson actingPerson;
    private final Acting acting;
    private final Sides sides;
    private final UploadersAreAuthors authors;
    private final People people;
    private final RuntimeService runtimeService;

    ChangeOverrideDesk(
            Changes changes,
            ActingPerson actingPerson,
            Acting acting,
            Sides sides,
            UploadersAreAuthors authors,
            People people,
            RuntimeService runtimeService) {
        this.changes = changes;
        this.actingPerson = actingPerson;
        this.acting = acting;
        this.sides = sides;
        this.authors = authors;
        this.people = people;
        this.runtimeService = runtimeService;
    }

    @Override
    public @Nullable Desk find(PullRequestRef ref) {
        return changes.find(ref).map(this::desk).orElse(null);
    }

    private Desk desk(Change change) {
        String headSha = change.headSha() == null ? "" : change.headSha();
        if (!change.isRunning()) {
            return new Desk(change.ref(), headSha, false, "The change has ended, so there is nothing to decide.");
        }
        return new Desk(change.ref(), headSha, true, refusal(change, actingPerson.get()));
    }

    private @Nullable String refusal(Change change, Person person) {
        List<Side> wanted = sidesOf(change, person);
        if (wanted.isEmpty()) {
            return "An engineering lead of the requesting team or somebody of Console Services decides about a false"
                    + " alarm, and you are neither.";
        }
        List<Optional<String>> refusals = wanted.stream()
                .map(side -> sides.refusal(change.processInstanceId(), side, person))
                .toList();
        return refusals.stream().anyMatch(Optional::isEmpty)
                ? null
                : refusals.get(0).orElseThrow();
    }

    @Override
    public void decided(Quarantined file) {
        Change change = changes.find(file.change()).orElseThrow();
        Person person = actingPerson.get();
        String instance = change.processInstanceId();
        Side side = sidesOf(change, person).stream()
                .filter(wanted -> sides.refusal(instance, wanted, person).isEmpty())
                .findFirst()
                .orElseThrow(() -> new ActRefused("You may not decide about this file."));
        requireAuthor(instance, file);
        acting.beyondOwnGrants(() -> {
            sides.take(instance, side, person);
            remember(instance, file);
            return true;
        });
    }

    /** Whoever uploaded a file that becomes evidence is an author by then, also of one that came before that was a rule. */
    private void requireAuthor(String instance, Quarantined file) {
        Quarantined.Decision decision = file.decision();
        if (decision == null || !decision.accepted()) {
            return;
        }
        Person uploader = people.find(file.uploadedBy())
                .orElseThrow(() -> new ActRefused("Whoever uploaded this file is not known here any more, so nobody can"
                        + " say which side of the change they are on. Refuse it."));
        String refusal = authors.take(instance, file.environment(), uploader);
        if (refusal != null) {
            throw new ActRefused("The file cannot become evidence of \"" + uploader.userId() + "\": " + refusal);
        }
    }

    /** In the engine, so that it stands in the change's history and in its chain. */
    private void remember(String instance, Quarantined file) {
        Quarantined.Decision decision = file.decision();
        if (decision == null) {
            throw new IllegalArgumentException("Nobody has decided about " + file.id() + ".");
        }
        List<FalseAlarm> decided = new ArrayList<>(
                ChangeVariables.FALSE_ALARMS.find(runtimeService, instance).orElse(List.of()));
        decided.add(new FalseAlarm(
                file.id().toString(),
                file.environment().slug(),
                file.sha256(),
                decision.accepted(),
                decision.by(),
                decision.at(),
                decision.reason(),
                decision.evidence() == null ? null : decision.evidence().toString()));
        ChangeVariables.FALSE_ALARMS.set(runtimeService, instance, decided);
    }

    private List<Side> sidesOf(Change change, Person person) {
        List<Side> wanted = new ArrayList<>();
        if (isIn(person, change, ChangeVariables.LEADS_GROUP)) {
            wanted.add(Side.ENGINEERING_LEAD);
        }
        if (isIn(person, change, ChangeVariables.CONSOLE_SERVICES_GROUP)) {
            wanted.add(Side.CONSOLE_SERVICES);
        }
        return wanted;
    }

    private boolean isIn(Person person, Change change, Variable<String> group) {
        return group.find(runtimeService, change.processInstanceId())
                .filter(person.groups()::contains)
                .isPresent();
    }
}
