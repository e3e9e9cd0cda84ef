package io.rakegate.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Logging in at the GitHub whose pull requests are approved here ({@code rakegate.github.api-url}), by an OAuth App or
 * GitHub App of the organisation. Groups come from its teams.
 *
 * @param clientId Rakegate's client id at GitHub
 * @param clientSecret Rakegate's client secret at GitHub
 * @param label what the login page calls it
 * @param organisations login names of the organisations one of which somebody has to be a member of
 * @param teams which team's members are in which group; a team may be named for several
 * @param lookAgainEvery how old what GitHub said about somebody may be while they act here; an hour at most
 */
public record GitHubLogin(
        @NotBlank String clientId,
        @NotBlank String clientSecret,
        @DefaultValue("GitHub") String label,
        @NotEmpty List<@Pattern(regexp = NAME) String> organisations,
        @DefaultValue List<@Valid TeamOfGroup> teams,
        @DefaultValue("5m") Duration lookAgainEvery) {

    /** What an organisation may be called. */
    public static final String NAME = "[A-Za-z0-9][A-Za-z0-9_-]{0,99}";

    private static final Duration LONGEST = Duration.ofHours(1);

    public GitHubLogin {
        organisations = List.copyOf(organisations);
        teams = List.copyOf(teams);
        if (lookAgainEvery.isNegative() || lookAgainEvery.isZero() || lookAgainEvery.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("rakegate.identity.git-hub.look-again-every is " + lookAgainEvery
                    + "; a team that somebody left would count too long. Choose a time of at most an hour.");
        }
        for (TeamOfGroup entry : teams) {
            boolean listed = organisations.stream()
                    .anyMatch(organisation ->
                            entry.team().regionMatches(true, 0, organisation + "/", 0, organisation.length() + 1));
            if (!listed) {
                throw new IllegalArgumentException("rakegate.identity.git-hub.teams names \"" + entry.team()
                        + "\", which is no organisation/team of rakegate.identity.git-hub.organisations.");
            }
        }
    }

    /**
     * A team on GitHub and the group that its members are in here.
     *
     * @param id the team's immutable number, by which it is told: a name can be given to another team
     * @param team the team as people call it, {@code organisation/team}
     * @param group id of the group
     */
    public record TeamOfGroup(
            @Positive long id,
            @NotBlank String team,
            @Pattern(regexp = LocalUser.ID) String group) {}

    /** The secret stays out of logs and error pages. */
    @Override
    public String toString() {
        return "GitHubLogin[clientId=" + clientId + ", organisations=" + organisations + ", teams=" + teams + "]";
    }
}
