package io.rakegate.process.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody gets who decided at the same moment as somebody else. */
class LostRaceTest {

    private final MockMvc web = MockMvcBuilders.standaloneSetup(new Decisions())
            .setControllerAdvice(new LostRace())
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"/lost", "/wrapped"})
    void whoLosesARaceIsAskedToTryAgain(String path) throws Exception {
        web.perform(post(path))
                .andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(containsString("Try again")));
    }

    /** Stands for any interface of ours at which somebody decides. */
    @RestController
    static class Decisions {

        @PostMapping("/lost")
        void lost() {
            throw new OptimisticLockingException("Entity was updated by another transaction concurrently.");
        }

        @PostMapping("/wrapped")
        void wrapped() {
            throw new IllegalStateException(new OptimisticLockingException("Updated by another transaction."));
        }
    }
}
