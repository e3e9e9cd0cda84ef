package io.rakegate.process;

import io.rakegate.approval.Holder;
import io.rakegate.approval.Identity;
import io.rakegate.approval.SeparationOfDuties;
import io.rakegate.approval.Side;
import io.rakegate.identity.Person;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Taken;
import io.rakegate.pullrequest.GitHubUser;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Who has taken which side of a change. All takings write one variable, so that two at once cannot both succeed. */
@Component
public class Sides {

    private final RuntimeService runtimeService;
    private final Clock clock;

    Sides(RuntimeService runtimeService, Clock clock) {
        this.runtimeService = runtimeService;
        this.clock = clock;
    }

    /** Why somebody may not take a side; empty if they may. */
    public Optional<String> refusal(VariableScope change, Side wanted, Person who) {
        return refusal(
                wanted,
                who,
                ChangeVariables.SIDES_TAKEN.get(change, List.of()),
                () -> ChangeVariables.AUTHORS.get(change, List.of()));
    }

    /** The same for a running change, from outside of what runs in it. */
    public Optional<String> refusal(String processInstanceId, Side wanted, Person who) {
        return refusal(
                wanted,
                who,
                taken(processInstanceId),
                () -> ChangeVariables.AUTHORS
                        .find(runtimeService, processInstanceId)
                        .orElse(List.of()));
    }

    /** Who takes an author's side is in no author's way, so then they need not be read. */
    private static Optional<String> refusal(
            Side wanted, Person who, List<Taken> taken, Supplier<List<GitHubUser>> authors) {
        List<Holder> holders = holders(taken, wanted == Side.AUTHOR ? List.of() : authors.get());
        return SeparationOfDuties.refusal(wanted, identityOf(who), holders);
    }

    /**
     * Takes a side of a running change, from outside of what runs in it. Whoever asked before asks again here, by what is
     * written on: meanwhile they may have taken another one.
     *
     * @throws ActRefused if they hold another side of this change
     */
    void take(String processInstanceId, Side side, Person who) {
        refusal(processInstanceId, side, who).ifPresent(sentence -> {
            throw new ActRefused(sentence);
        });
        List<Taken> before = taken(processInstanceId);
        List<Taken> after = with(before, side, who);
        if (!after.equals(before)) {
            ChangeVariables.SIDES_TAKEN.set(runtimeService, processInstanceId, after);
        }
    }

    private List<Taken> taken(String processInstanceId) {
        return ChangeVariables.SIDES_TAKEN
                .find(runtimeService, processInstanceId)
                .orElse(List.of());
    }

    /**
     * Takes a side for somebody.
     *
     * @throws ActRefused if they hold another side of this change
     */
    public void take(VariableScope change, Side side, Person who) {
        refusal(change, side, who).ifPresent(sentence -> {
            throw new ActRefused(sentence);
        });
        ChangeVariables.SIDES_TAKEN.set(change, with(ChangeVariables.SIDES_TAKEN.get(change, List.of()), side, who));
    }

    private List<Taken> with(List<Taken> before, Side side, Person who) {
        boolean known = before.stream()
                .anyMatch(one -> one.side() == side && one.userId().equals(who.userId()));
        if (known) {
            return before;
        }
        List<Taken> after = new ArrayList<>(before);
        after.add(new Taken(side, who.userId(), identityOf(who).keys(), clock.instant()));
        return after;
    }

    /**
     * An author is their account alone. Nobody needs to be looked up for it: whoever the account belongs to has its number
     * among their own keys.
     */
    private static List<Holder> holders(List<Taken> taken, List<GitHubUser> authors) {
        return Stream.concat(
                        taken.stream().map(Taken::holder),
                        authors.stream().map(author -> new Holder(Side.AUTHOR, Identity.of(author))))
                .toList();
    }

    private static Identity identityOf(Person person) {
        return Identity.of(person.userId(), person.gitHub());
    }
}
