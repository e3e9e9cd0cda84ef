package io.rakegate.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.pvm.PvmException;
import org.junit.jupiter.api.Test;

class LostRacesRunAgainTest {

    private static final Command<String> COMPLETE = context -> "completed";

    @Test
    void aCommandThatLosesARaceRunsAgain() {
        LostRacesRunAgain again = failingWith(
                new OptimisticLockingException("updated by another transaction"),
                new PvmException("cannot signal execution 7: it has no current activity"));

        String result = again.execute(COMPLETE);

        assertThat(result).isEqualTo("completed");
    }

    @Test
    void anotherFailureIsNotRepeated() {
        LostRacesRunAgain again = failingWith(new PvmException("the diagram has a hole"));

        assertThatThrownBy(() -> again.execute(COMPLETE)).hasMessageContaining("the diagram has a hole");
    }

    @Test
    void aRaceThatIsLostAgainAndAgainIsGivenUp() {
        OptimisticLockingException lost = new OptimisticLockingException("updated by another transaction");
        LostRacesRunAgain again = failingWith(lost, lost, lost, lost, lost);

        assertThatThrownBy(() -> again.execute(COMPLETE)).isSameAs(lost);
    }

    @Test
    void aJobThatLosesARaceIsNoFailureToWarnOf() {
        List<String> warnedOf = new ArrayList<>();
        JobFailures failures = new JobFailures((job, failure) -> warnedOf.add(job));

        failures.exceptionWhileExecutingJob("lost", new OptimisticLockingException("updated by another transaction"));
        failures.exceptionWhileExecutingJob("failed", new ProcessEngineException("GitHub does not answer"));

        assertThat(warnedOf).containsExactly("failed");
    }

    private static LostRacesRunAgain failingWith(ProcessEngineException... failures) {
        Deque<ProcessEngineException> left = new ArrayDeque<>(List.of(failures));
        LostRacesRunAgain again = new LostRacesRunAgain();
        again.setNext(new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                if (!left.isEmpty()) {
                    throw left.pop();
                }
                return command.execute(null);
            }
        });
        return again;
    }
}
