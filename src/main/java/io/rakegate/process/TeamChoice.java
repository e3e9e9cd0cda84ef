package io.rakegate.process;

import io.rakegate.identity.Person;
import io.rakegate.identity.Team;
import io.rakegate.identity.Teams;
import io.rakegate.process.OpeningProperties.TeamSign;
import io.rakegate.pullrequest.ChangedFile;
import io.rakegate.pullrequest.PullRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Which team a pull request comes from: by its labels, else by the folders it touches, else by its author's team. */
@Component
public class TeamChoice {

    private final Teams teams;
    private final List<TeamSign> signs;

    TeamChoice(Teams teams, OpeningProperties properties) {
        this.teams = teams;
        this.signs = properties.teams();
        signs.forEach(sign -> requireKnown(sign.team()));
    }

    /** The teams it may come from: the right one if it is one, otherwise somebody has to say. */
    public List<Team> of(PullRequest pullRequest, Person author) {
        Set<Team> labelled = by(sign -> sign.labels().stream()
                .anyMatch(label -> pullRequest.labels().stream().anyMatch(label::equalsIgnoreCase)));
        if (!labelled.isEmpty()) {
            return List.copyOf(labelled);
        }
        Set<Team> placed = by(sign -> sign.paths().stream().anyMatch(path -> touches(pullRequest, path)));
        if (!placed.isEmpty()) {
            return List.copyOf(placed);
        }
        return teams.all().stream()
                .filter(team -> author.groups().contains(team.membersGroup()))
                .toList();
    }

    /** The labels by which somebody can say which team it is. */
    public List<String> labels() {
        return signs.stream().flatMap(sign -> sign.labels().stream()).distinct().toList();
    }

    private Set<Team> by(Predicate<TeamSign> speaksFor) {
        Set<Team> found = new LinkedHashSet<>();
        signs.stream().filter(speaksFor).forEach(sign -> found.add(requireKnown(sign.team())));
        return found;
    }

    private static boolean touches(PullRequest pullRequest, String path) {
        return pullRequest.files().stream()
                .map(ChangedFile::path)
                .anyMatch(file -> file.equals(path) || file.startsWith(path + "/"));
    }

    private Team requireKnown(String slug) {
        return teams.find(slug)
                .orElseThrow(() -> new IllegalStateException("rakegate.opening.teams names the team \"" + slug
                        + "\", which is none of rakegate.teams. Correct the slug, or add the team."));
    }
}
