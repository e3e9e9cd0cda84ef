package io.rakegate.identity.engine;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;

/**
 * Writes no grant when something comes into being. The engine's own provider writes one for every candidate of every
 * task, which makes Tasklist slow, and one by which people may delete their deployments and themselves.
 */
class NoGrantsPerCase extends DefaultAuthorizationProvider {

    private static final AuthorizationEntity[] NONE = {};

    @Override
    public AuthorizationEntity[] newUser(User user) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newGroup(Group group) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] tenantMembershipCreated(Tenant tenant, User user) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] tenantMembershipCreated(Tenant tenant, Group group) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newFilter(Filter filter) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        return NONE;
    }
}
