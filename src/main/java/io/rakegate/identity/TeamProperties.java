package io.rakegate.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The teams that can request changes.
 *
 * @param teams one entry per team, in the order in which to show them
 */
@Validated
@ConfigurationProperties("rakegate")
public record TeamProperties(@DefaultValue List<@Valid Entry> teams) {

    /**
     * One team.
     *
     * @param slug its short name: lower-case letters, digits and dashes
     * @param name what to call it
     * @param leadsGroup id of the group of its engineering leads; {@code team-<slug>-leads} by default
     * @param membersGroup id of the group of its members; {@code team-<slug>} by default
     */
    public record Entry(
            @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}") String slug,
            @NotBlank String name,
            @Pattern(regexp = LocalUser.ID) @Nullable String leadsGroup,
            @Pattern(regexp = LocalUser.ID) @Nullable String membersGroup) {

        Team team() {
            return new Team(
                    slug,
                    name,
                    membersGroup == null ? "team-" + slug : membersGroup,
                    leadsGroup == null ? "team-" + slug + "-leads" : leadsGroup);
        }
    }
}
