package io.rakegate.identity.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Lets a query of tasks ask for the processes whose tasks the acting person's groups may see, and for none in particular
 * where they may see those of every process that has any. The engine joins each task with each of the person's grants instead,
 * which takes two to four times as long and finds the same, since grants are broad here and brought to what {@link Grants}
 * says at each start.
 */
class SeenTasks extends GrantedToGroups {

    private final KnownProcesses deployed;
    private final Map<String, Set<String>> processesByGroup;

    SeenTasks(KnownGrants grants, KnownProcesses deployed, Map<String, Set<String>> processesByGroup) {
        super(grants);
        this.deployed = deployed;
        this.processesByGroup = processesByGroup;
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        // a query that names processes itself is left to the engine: it takes one list of them
        if (query.getAuthCheck().isAuthorizationCheckEnabled() && query.getProcessDefinitionKeys() == null) {
            Set<String> processes = processesOf(query.getAuthCheck().getAuthGroupIds());
            // where the groups are granted nothing there may be a grant for the person alone
            if (!processes.isEmpty()) {
                askFor(processes, query);
            }
        }
    }

    private Set<String> processesOf(List<String> groups) {
        Set<String> processes = new TreeSet<>();
        if (groups != null) {
            groups.forEach(group -> processes.addAll(processesByGroup.getOrDefault(group, Set.of())));
        }
        return processes;
    }

    private void askFor(Set<String> processes, TaskQueryImpl query) {
        if (!processes.contains(ANY) && !processes.containsAll(deployed.withTasks())) {
            query.processDefinitionKeyIn(processes.toArray(String[]::new));
        }
        query.getAuthCheck().setAuthorizationCheckEnabled(false);
    }

    /** Gives each command its own. */
    record Factory(KnownGrants grants, KnownProcesses deployed, Map<String, Set<String>> processesByGroup)
            implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new SeenTasks(grants, deployed, processesByGroup);
        }
    }
}
