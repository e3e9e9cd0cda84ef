package io.rakegate.process.task;

import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.identity.Team;
import io.rakegate.policy.BodyCommand;
import io.rakegate.process.ProcessProperties;
import io.rakegate.process.TeamChoice;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.pullrequest.PullRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What becomes of a pull request that has no change yet: one is opened, its author is asked, or there is nothing to do. */
@Component
class OpeningDecision {

    private static final String AUTHOR_UNKNOWN = """
            Rakegate knows nobody behind the GitHub account that opened this pull request, so it cannot tell who asks for \
            the change.""";
    private static final String NO_TEAM = """
            The author of this pull request is in no team that requests changes, so it is open which team asks.""";
    private static final String SEVERAL_TEAMS = """
            This pull request could come from several teams (%s), so it is open which one asks.""";

    private final People people;
    private final TeamChoice teamChoice;
    private final ProcessProperties properties;

    OpeningDecision(People people, TeamChoice teamChoice, ProcessProperties properties) {
        this.people = people;
        this.teamChoice = teamChoice;
        this.properties = properties;
    }

    void nothing(DelegateExecution execution) {
        ChangeVariables.OPENING.set(execution, "nothing");
    }

    void take(DelegateExecution execution, PullRequest pullRequest) {
        if (pullRequest.state() != PullRequest.State.OPEN || !touchesTheFolder(pullRequest)) {
            nothing(execution);
            return;
        }
        Optional<Person> author = pullRequest.author().bot() ? Optional.empty() : people.behind(pullRequest.author());
        if (author.isEmpty()) {
            ask(execution, pullRequest, AUTHOR_UNKNOWN);
            return;
        }
        List<Team> teams = teamChoice.of(pullRequest, author.get());
        if (teams.size() == 1) {
            open(execution, pullRequest, author.get(), teams.get(0));
        } else {
            ask(execution, pullRequest, teams.isEmpty() ? NO_TEAM : SEVERAL_TEAMS.formatted(names(teams)));
        }
    }

    private boolean touchesTheFolder(PullRequest pullRequest) {
        return pullRequest.rakeFiles().stream()
                .anyMatch(file -> file.path().startsWith(properties.productionRakeFolder() + "/"));
    }

    private static void open(DelegateExecution execution, PullRequest pullRequest, Person author, Team team) {
        ChangeVariables.CREATOR.set(execution, author.userId());
        ChangeVariables.TEAM.set(execution, team.slug());
        ChangeVariables.COMMAND.set(
                execution, BodyCommand.find(pullRequest.body()).orElse(""));
        ChangeVariables.OPENING.set(execution, "open");
    }

    private static void ask(DelegateExecution execution, PullRequest pullRequest, String why) {
        ChangeVariables.HEAD_SHA.set(execution, pullRequest.headSha());
        ChangeVariables.OPENING_NOTICE.set(execution, why);
        ChangeVariables.OPENING.set(execution, "ask");
    }

    private static String names(List<Team> teams) {
        return teams.stream().map(Team::name).collect(Collectors.joining(", "));
    }
}
