package io.rakegate.attack;

import io.rakegate.process.catalogue.UserTask;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** People of different powers try to get a change past its steps. */
class MoveAChangeAttackTest extends AttackTestBase {

    static Stream<Arguments> waysOfPeople() {
        return by("creator", "owner", "admin", Targets.EVERYWHERE);
    }

    static Stream<Arguments> waysOfTheMostPowerful() {
        return by("admin", Targets.EVERYWHERE);
    }

    private static Stream<Arguments> by(String... people) {
        return Stream.of(people).flatMap(person -> ways().stream().map(attack -> Arguments.of(attack, person)));
    }

    private static List<Attack> ways() {
        return Attack.of(Attack.Kind.MOVE);
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("waysOfPeople")
    void aChangeMovesByItsTasksAlone(Attack attack, String person) {
        refusedByRest(attack, targets.task(UserTask.APPROVE_AS_ENGINEERING_LEAD), person, "{}");
    }

    @ParameterizedTest(name = "{0} by {1} in Cockpit")
    @MethodSource("waysOfTheMostPowerful")
    void inTasklistAndCockpitToo(Attack attack, String person) {
        refusedInTasklist(attack, targets.task(UserTask.APPROVE_AS_ENGINEERING_LEAD), person, "{}");
    }
}
