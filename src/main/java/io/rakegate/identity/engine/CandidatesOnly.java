package io.rakegate.identity.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;

/**
 * Who may work on a task: its assignee, or one of its candidates while it is nobody's. Administrators are no exception.
 */
final class CandidatesOnly {

    private CandidatesOnly() {}

    /** Refuses whoever is neither assignee nor candidate, where the engine checks the acting person at all. */
    static void check(TaskEntity task) {
        acting().filter(actor -> !mayWorkOn(task, actor)).ifPresent(actor -> {
            throw new AuthorizationException(refusal(task, actor));
        });
    }

    /** Who acts in the engine now, empty where nobody is logged in or checks are set aside. */
    static Optional<Authentication> acting() {
        Authentication actor = Context.getCommandContext().getAuthentication();
        boolean checked = Context.getCommandContext().isAuthorizationCheckEnabled();
        return checked && actor != null && actor.getUserId() != null ? Optional.of(actor) : Optional.empty();
    }

    private static boolean mayWorkOn(TaskEntity task, Authentication actor) {
        if (task.getAssignee() != null) {
            return task.getAssignee().equals(actor.getUserId());
        }
        List<String> groups = actor.getGroupIds() == null ? List.of() : actor.getGroupIds();
        return task.getIdentityLinks().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> isOf(link, actor.getUserId(), groups));
    }

    private static boolean isOf(IdentityLinkEntity link, String userId, List<String> groups) {
        return userId.equals(link.getUserId()) || (link.getGroupId() != null && groups.contains(link.getGroupId()));
    }

    private static String refusal(TaskEntity task, Authentication actor) {
        String whose = task.getAssignee() == null
                ? "you are not among the people and groups it is offered to"
                : "it is claimed by '" + task.getAssignee() + "'";
        return "The user '%s' may not work on the task '%s' (%s): %s."
                .formatted(actor.getUserId(), task.getName(), task.getId(), whose);
    }
}
