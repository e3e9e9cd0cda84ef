package io.rakegate.process.listener;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who completes a task is in its group at this moment; a group taken away in between counts. */
@Component
@Order(10)
class ActorIsInTheGroup implements CompletionRule {

    private final TaskMembers members;

    ActorIsInTheGroup(TaskMembers members) {
        this.members = members;
    }

    @Override
    public void completing(Completion completion) {
        members.require(completion.task(), completion.actor());
    }
}
