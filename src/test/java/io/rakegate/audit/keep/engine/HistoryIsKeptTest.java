package io.rakegate.audit.keep.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;

/** No command of the engine that deletes or cleans is overlooked. */
class HistoryIsKeptTest {

    private static final Pattern SUSPECT =
            Pattern.compile(".*(Delete|Remov|Clean|Clear|Annotation|TimeToLive|UpdateComment|SaveAttachment|Purge).*");

    /**
     * They touch no history: people, grants, settings, numbers, jobs, current variables. Or they only read, or run within
     * a command that is refused or within a job of the engine.
     */
    private static final Set<String> HARMLESS = Set.of(
            "CleanableHistoricBatchReportImpl",
            "CleanableHistoricCaseInstanceReportImpl",
            "CleanableHistoricDecisionInstanceReportImpl",
            "CleanableHistoricProcessInstanceReportImpl",
            "DeleteDeploymentFailCmd",
            "DeleteDeploymentListenerCmd",
            "HistoryCleanupHandlerCmd",
            "DeleteAuthorizationCmd",
            "DeleteFilterCmd",
            "DeleteGroupCmd",
            "DeleteGroupIdentityLinkCmd",
            "DeleteIdentityLinkForProcessDefinitionCmd",
            "DeleteJobCmd",
            "DeleteJobsCmd",
            "DeleteLicenseKeyCmd",
            "DeleteMembershipCmd",
            "DeleteMetricsCmd",
            "DeletePropertyCmd",
            "DeleteTaskMetricsCmd",
            "DeleteTenantCmd",
            "DeleteTenantGroupMembershipCmd",
            "DeleteTenantUserMembershipCmd",
            "DeleteUserCmd",
            "DeleteUserIdentityLinkCmd",
            "DeleteUserInfoCmd",
            "DeleteUserPictureCmd",
            "FindHistoryCleanupJobsCmd",
            "HistoryCleanupSchedulerCmd",
            "RemoveExecutionVariablesCmd",
            "RemoveTaskVariablesCmd");

    @Test
    void everyCommandThatDeletesIsRefusedOrHarmless() throws Exception {
        Set<String> suspects = commands();
        Set<String> refused = HistoryIsKept.refused().stream()
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

        suspects.removeAll(refused);

        assertThat(suspects).isEqualTo(new TreeSet<>(HARMLESS));
    }

    private static Set<String> commands() throws Exception {
        Set<String> commands = new TreeSet<>();
        URL engine = Command.class.getProtectionDomain().getCodeSource().getLocation();
        try (JarFile jar = new JarFile(Path.of(engine.toURI()).toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String path = entry.getName();
                if (path.endsWith(".class")
                        && SUSPECT.matcher(path.substring(path.lastIndexOf('/') + 1))
                                .matches()) {
                    Class<?> type = Class.forName(
                            path.substring(0, path.length() - ".class".length()).replace('/', '.'),
                            false,
                            Command.class.getClassLoader());
                    if (Command.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                        commands.add(type.getSimpleName());
                    }
                }
            }
        }
        return commands;
    }
}
