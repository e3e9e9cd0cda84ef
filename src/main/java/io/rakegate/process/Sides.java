package io.rakegate.process;

import io.rakegate.approval.Holder;
import io.rakegate.approval.Identity;
import io.rakegate.approval.SeparationOfDuties;
import io.rakegate.approval.Side;
import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Taken;
import io.rakegate.pullrequest.GitHubUser;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Who has taken which side of a change. All takings write one variable, so that two at once cannot both succeed. */
@Component
public class Sides {

    private final People people;
    private final Clock clock;

    Sides(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** Why somebody may not take a side; empty if they may. */
    public Optional<String> refusal(VariableScope change, Side wanted, Person who) {
        return SeparationOfDuties.refusal(wanted, identityOf(who), holders(change));
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
        List<Taken> taken = new ArrayList<>(ChangeVariables.SIDES_TAKEN.get(change, List.of()));
        boolean known = taken.stream()
                .anyMatch(one -> one.side() == side && one.userId().equals(who.userId()));
        if (!known) {
            taken.add(new Taken(side, who.userId(), identityOf(who).keys(), clock.instant()));
            ChangeVariables.SIDES_TAKEN.set(change, taken);
        }
    }

    private List<Holder> holders(VariableScope change) {
        Stream<Holder> taken =
                ChangeVariables.SIDES_TAKEN.get(change, List.of()).stream().map(Taken::holder);
        Stream<Holder> authors = ChangeVariables.AUTHORS.get(change, List.of()).stream()
                .map(author -> new Holder(Side.AUTHOR, identityBehind(author)));
        return Stream.concat(taken, authors).toList();
    }

    private Identity identityBehind(GitHubUser author) {
        return people.behind(author).map(Sides::identityOf).orElseGet(() -> Identity.of(author));
    }

    private static Identity identityOf(Person person) {
        return Identity.of(person.userId(), person.gitHub());
    }
}
