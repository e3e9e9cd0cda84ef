package io.rakegate.identity.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserInfoCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SetUserInfoCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Has what is remembered of people and processes forgotten by a command of this node that changes it. */
final class OwnChangesCount extends CommandInterceptor {

    private static final Set<Class<?>> CHANGE_PEOPLE = Set.of(
            SaveUserCmd.class,
            DeleteUserCmd.class,
            CreateMembershipCmd.class,
            DeleteMembershipCmd.class,
            DeleteGroupCmd.class,
            SetUserInfoCmd.class,
            DeleteUserInfoCmd.class);

    private final RecentPeople people;
    private final KnownProcesses processes;

    OwnChangesCount(RecentPeople people, KnownProcesses processes) {
        this.people = people;
        this.processes = processes;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } finally {
            if (CHANGE_PEOPLE.contains(command.getClass())) {
                Forgetting.nowAndAfterwards(people::forget);
            } else if (command instanceof DeployCmd) {
                Forgetting.nowAndAfterwards(processes::forget);
            }
        }
    }
}
