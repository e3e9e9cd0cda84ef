package io.rakegate.process.listener;

import io.rakegate.approval.Side;
import io.rakegate.identity.Person;
import io.rakegate.process.ActRefused;
import io.rakegate.process.catalogue.UserTask;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/**
 * Who may do a task: members of its groups as they are at this moment. For approving and running only they, however the
 * task was assigned; for the others also its assignee. An empty group blocks.
 */
@Component
class TaskMembers {

    /**
     * Requires that somebody may do a task.
     *
     * @throws ActRefused if they are not in its group
     */
    void require(DelegateTask task, Person person) {
        Set<String> groups = task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        boolean member = person.groups().stream().anyMatch(groups::contains);
        boolean assigned = person.userId().equals(task.getAssignee()) && !onlyMembers(task);
        if (!member && !assigned) {
            throw new ActRefused("\"" + task.getName() + "\" is for members of "
                    + (groups.isEmpty() ? "a group that is not set" : String.join(" or ", groups))
                    + ", and you are not one now. Ask somebody of the group to do it.");
        }
    }

    private static boolean onlyMembers(DelegateTask task) {
        Optional<Side> side = UserTask.withId(task.getTaskDefinitionKey()).flatMap(UserTask::side);
        return side.filter(taken -> taken != Side.AUTHOR).isPresent();
    }
}
