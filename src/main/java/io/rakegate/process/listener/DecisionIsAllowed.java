package io.rakegate.process.listener;

import io.rakegate.process.InputRefused;
import io.rakegate.process.catalogue.Decision;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a person decides is one of the values that the diagram has a way for. */
@Component
@Order(30)
class DecisionIsAllowed implements CompletionRule {

    @Override
    public void completing(Completion completion) {
        completion.kind().flatMap(Decision::at).ifPresent(decision -> {
            String decided = decision.variable().get(completion.task(), "");
            if (!decision.allowed().contains(decided)) {
                throw new InputRefused(
                        decision.variable().name(),
                        "Say what you decide: " + decision.variable().name() + " is one of "
                                + String.join(", ", decision.allowed()) + ", not \"" + decided + "\".");
            }
        });
    }
}
