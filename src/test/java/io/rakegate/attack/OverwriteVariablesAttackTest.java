package io.rakegate.attack;

import io.rakegate.process.catalogue.UserTask;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody in every group tries to write what a change knows: who took which side, commits, approvals. */
class OverwriteVariablesAttackTest extends AttackTestBase {

    static Stream<Attack> ways() {
        return Attack.of(Attack.Kind.VARIABLES).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void onlyWhatAFormAsksForIsWritten(Attack attack) {
        refusedByRest(attack, targets.task(UserTask.APPROVE_AS_ENGINEERING_LEAD), Targets.EVERYWHERE, "{}");
    }

    @ParameterizedTest(name = "{0} in Tasklist")
    @MethodSource("ways")
    void inTasklistAndCockpitToo(Attack attack) {
        refusedInTasklist(attack, targets.task(UserTask.APPROVE_AS_ENGINEERING_LEAD), Targets.EVERYWHERE, "{}");
    }
}
