package io.rakegate.process;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Changes that start by themselves when a pull request touches the production rake folder.
 *
 * @param enabled whether they do; otherwise somebody starts each change
 * @param lookEvery how often open pull requests are looked at for one that no delivery told of; zero switches that off
 * @param teams what tells the requesting team where the author's membership does not: labels first, then folders
 */
@ConfigurationProperties("rakegate.opening")
public record OpeningProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("10m") Duration lookEvery,
        @DefaultValue List<TeamSign> teams) {

    public OpeningProperties {
        teams = List.copyOf(teams);
    }

    /** Whether open pull requests are looked at from time to time. */
    boolean looks() {
        return enabled && lookEvery.compareTo(Duration.ZERO) > 0;
    }

    /**
     * What tells that a pull request comes from a team.
     *
     * @param team slug of the team, one of {@code rakegate.teams}
     * @param labels labels of pull requests that are this team's; case does not count
     * @param paths folders or files that are this team's, from the repository's root, without a slash at the end
     */
    public record TeamSign(
            String team,
            @DefaultValue List<String> labels,
            @DefaultValue List<String> paths) {

        public TeamSign {
            labels = List.copyOf(labels);
            paths = List.copyOf(paths);
        }
    }
}
