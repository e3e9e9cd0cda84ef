package io.rakegate.process.listener;

import io.rakegate.identity.Groups;
import io.rakegate.identity.Person;
import io.rakegate.identity.Team;
import io.rakegate.identity.Teams;
import io.rakegate.process.ActingPerson;
import io.rakegate.process.InputRefused;
import io.rakegate.process.RunningChanges;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Variable;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * "Change requested": whoever starts a change, on whatever surface, gives a pull request that is configured and has no
 * running change, a team and a command. The business key comes from the link, never from the caller.
 */
@Component
class ChangeStarts implements ExecutionListener {

    private final PullRequests pullRequests;
    private final Teams teams;
    private final Groups groups;
    private final ActingPerson actingPerson;
    private final RunningChanges runningChanges;

    ChangeStarts(
            PullRequests pullRequests,
            Teams teams,
            Groups groups,
            ActingPerson actingPerson,
            RunningChanges runningChanges) {
        this.pullRequests = pullRequests;
        this.teams = teams;
        this.groups = groups;
        this.actingPerson = actingPerson;
        this.runningChanges = runningChanges;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Person creator = actingPerson.get();
        PullRequestRef ref = located(required(execution, ChangeVariables.PULL_REQUEST_LINK));
        Team team = team(required(execution, ChangeVariables.TEAM));
        requireMember(creator, team);
        // what started by itself and found no command asks for it at step 1
        if (!ChangeVariables.OPENED_BY_ITSELF.get(execution, false)) {
            required(execution, ChangeVariables.COMMAND);
        }
        runningChanges.claim(ref, execution.getProcessInstanceId());

        execution.setProcessBusinessKey(ref.key());
        ChangeVariables.PULL_REQUEST.set(execution, ref.key());
        ChangeVariables.CREATOR.set(execution, creator.userId());
        ChangeVariables.TEAM_GROUP.set(execution, team.membersGroup());
        ChangeVariables.LEADS_GROUP.set(execution, team.leadsGroup());
        ChangeVariables.CONSOLE_SERVICES_GROUP.set(execution, groups.consoleServices());
        ChangeVariables.PROD_OPERATORS_GROUP.set(execution, groups.prodOperators());
        ChangeVariables.PLATFORM_LEADERSHIP_GROUP.set(execution, groups.platformLeadership());
    }

    private PullRequestRef located(String link) {
        try {
            return pullRequests.locate(link);
        } catch (IllegalArgumentException notOurs) {
            throw new InputRefused("pullRequest", String.valueOf(notOurs.getMessage()));
        }
    }

    private Team team(String slug) {
        return teams.find(slug)
                .orElseThrow(() -> new InputRefused(
                        "team",
                        "There is no team \"" + slug + "\". Teams are: "
                                + String.join(
                                        ", ",
                                        teams.all().stream().map(Team::slug).toList()) + "."));
    }

    /** "Approved by requesting teams engineering lead": whoever chose another team's would choose who approves. */
    private static void requireMember(Person creator, Team team) {
        if (!creator.groups().contains(team.membersGroup()) && !creator.groups().contains(team.leadsGroup())) {
            throw new InputRefused(
                    ChangeVariables.TEAM.name(),
                    "You are not in the team \"" + team.name()
                            + "\", so you cannot ask for a change of it. Choose a team"
                            + " you are in, or ask somebody of that team.");
        }
    }

    private static String required(DelegateExecution execution, Variable<String> variable) {
        return variable.find(execution)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new InputRefused(
                        variable == ChangeVariables.PULL_REQUEST_LINK ? "pullRequest" : variable.name(),
                        "A change needs the link of a pull request, a team and the rake command: " + variable.name()
                                + " is missing."));
    }
}
