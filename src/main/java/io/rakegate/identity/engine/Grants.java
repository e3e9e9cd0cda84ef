package io.rakegate.identity.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.DELETE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.AUTHORIZATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.GROUP_MEMBERSHIP;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.SYSTEM;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import io.rakegate.identity.Groups;
import io.rakegate.identity.IdentityProperties;
import io.rakegate.identity.Team;
import io.rakegate.identity.Teams;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.stereotype.Component;

/**
 * What each group may do in the engine: a few broad grants per group on process definitions and none per case, because
 * grants per case make Tasklist slow. Who may work on which task follows from its candidates. Nobody is granted the
 * deletion of instances or history, and nobody the power to grant.
 */
@Component
class Grants {

    private final Groups groups;
    private final Teams teams;
    private final List<String> processes;
    private final Set<String> startedByTeams;

    Grants(Groups groups, Teams teams, IdentityProperties properties) {
        this.groups = groups;
        this.teams = teams;
        this.processes = properties.processDefinitions();
        this.startedByTeams = properties.startedByTeams();
    }

    /** Every group that the configuration names. */
    Set<String> groups() {
        Set<String> all = new LinkedHashSet<>(participants());
        all.add(groups.auditors());
        all.add(org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN);
        return all;
    }

    /** Every grant there shall be. */
    List<Grant> all() {
        List<Grant> grants = new ArrayList<>();
        Set<String> requesters = requesters();
        for (String group : participants()) {
            boolean owner = group.equals(groups.processOwners());
            grants.addAll(ofParticipant(group, requesters.contains(group), owner));
        }
        grants.addAll(ofProcessOwners(groups.processOwners()));
        if (!participants().contains(groups.auditors())) {
            grants.addAll(ofAuditors(groups.auditors()));
        }
        grants.addAll(ofAdministrators(org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN));
        return grants;
    }

    /** The processes whose tasks the members of a group may see, by group. */
    Map<String, Set<String>> processesWithTasks() {
        return all().stream()
                .filter(grant -> grant.resource() == PROCESS_DEFINITION)
                .filter(grant -> grant.permissions().contains(READ_TASK))
                .collect(Collectors.groupingBy(
                        Grant::group, Collectors.mapping(Grant::resourceId, Collectors.toUnmodifiableSet())));
    }

    private Set<String> requesters() {
        Set<String> requesters = new LinkedHashSet<>();
        for (Team team : teams.all()) {
            requesters.add(team.membersGroup());
            requesters.add(team.leadsGroup());
        }
        return requesters;
    }

    private Set<String> participants() {
        Set<String> participants = requesters();
        participants.addAll(List.of(
                groups.consoleServices(), groups.prodOperators(), groups.platformLeadership(), groups.processOwners()));
        return participants;
    }

    private List<Grant> ofParticipant(String group, boolean requests, boolean owns) {
        List<Grant> grants = new ArrayList<>(List.of(
                Grant.on(APPLICATION, "tasklist", group, ACCESS),
                Grant.on(FILTER, ANY, group, READ),
                Grant.on(USER, ANY, group, READ),
                Grant.on(GROUP, ANY, group, READ)));
        for (String process : processes) {
            Set<ProcessDefinitionPermissions> may = new LinkedHashSet<>(
                    List.of(ProcessDefinitionPermissions.READ, READ_TASK, TASK_WORK, READ_INSTANCE, READ_HISTORY));
            if (requests && startedByTeams.contains(process)) {
                may.add(CREATE_INSTANCE);
            }
            if (owns) {
                may.add(RETRY_JOB);
            }
            grants.add(new Grant(group, PROCESS_DEFINITION, process, Set.copyOf(may)));
        }
        if (requests) {
            grants.add(Grant.on(PROCESS_INSTANCE, ANY, group, CREATE));
        }
        return grants;
    }

    private static List<Grant> ofProcessOwners(String group) {
        return List.of(
                Grant.on(APPLICATION, "cockpit", group, ACCESS),
                Grant.on(DEPLOYMENT, ANY, group, READ, CREATE),
                Grant.on(DECISION_DEFINITION, ANY, group, READ, Permissions.READ_HISTORY),
                Grant.on(DECISION_REQUIREMENTS_DEFINITION, ANY, group, READ));
    }

    private static List<Grant> ofAuditors(String group) {
        List<Grant> grants = new ArrayList<>(List.of(
                Grant.on(APPLICATION, "tasklist", group, ACCESS),
                Grant.on(APPLICATION, "cockpit", group, ACCESS),
                Grant.on(
                        PROCESS_DEFINITION,
                        ANY,
                        group,
                        ProcessDefinitionPermissions.READ,
                        READ_TASK,
                        READ_INSTANCE,
                        READ_HISTORY),
                Grant.on(DECISION_DEFINITION, ANY, group, READ, Permissions.READ_HISTORY),
                Grant.on(BATCH, ANY, group, READ, Permissions.READ_HISTORY),
                Grant.on(OPERATION_LOG_CATEGORY, ANY, group, UserOperationLogCategoryPermissions.READ)));
        for (Resource readable :
                List.of(FILTER, USER, GROUP, DEPLOYMENT, AUTHORIZATION, DECISION_REQUIREMENTS_DEFINITION)) {
            grants.add(Grant.on(readable, ANY, group, READ));
        }
        return grants;
    }

    /**
     * Administrators look after people, filters and failed jobs. They cannot change a running case, set somebody else's
     * password or say who is in a group but their own, so that they cannot walk around an approval.
     */
    private static List<Grant> ofAdministrators(String group) {
        return List.of(
                Grant.on(APPLICATION, ANY, group, ACCESS),
                Grant.on(USER, ANY, group, READ, CREATE, DELETE),
                Grant.on(GROUP, ANY, group, READ),
                Grant.on(GROUP_MEMBERSHIP, group, group, ALL),
                Grant.on(FILTER, ANY, group, ALL),
                Grant.on(AUTHORIZATION, ANY, group, READ),
                Grant.on(DEPLOYMENT, ANY, group, READ),
                Grant.on(SYSTEM, ANY, group, SystemPermissions.READ),
                Grant.on(OPERATION_LOG_CATEGORY, ANY, group, UserOperationLogCategoryPermissions.READ),
                Grant.on(BATCH, ANY, group, READ, Permissions.READ_HISTORY),
                Grant.on(DECISION_DEFINITION, ANY, group, READ, Permissions.READ_HISTORY),
                Grant.on(
                        PROCESS_DEFINITION,
                        ANY,
                        group,
                        ProcessDefinitionPermissions.READ,
                        READ_TASK,
                        READ_INSTANCE,
                        READ_HISTORY,
                        RETRY_JOB));
    }
}
