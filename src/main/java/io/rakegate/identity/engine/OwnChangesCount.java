package io.rakegate.identity.engine;

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
            if (changesPeople(command)) {
                Forgetting.nowAndAfterwards(people::forget);
            } else if (command instanceof DeployCmd) {
                Forgetting.nowAndAfterwards(processes::forget);
            }
        }
    }

    private static boolean changesPeople(Command<?> command) {
        return command instanceof SaveUserCmd
                || command instanceof DeleteUserCmd
                || command instanceof CreateMembershipCmd
                || command instanceof DeleteMembershipCmd
                || command instanceof DeleteGroupCmd
                || command instanceof SetUserInfoCmd
                || command instanceof DeleteUserInfoCmd;
    }
}
