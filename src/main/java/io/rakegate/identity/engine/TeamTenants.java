package io.rakegate.identity.engine;

import io.rakegate.identity.Groups;
import io.rakegate.identity.LocalUser;
import io.rakegate.identity.Person;
import io.rakegate.identity.Team;
import io.rakegate.identity.Teams;
import io.rakegate.identity.Visibility;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps marks as tenants of the engine: the team and who asked for the change, with a plus between them. A person's
 * tenants follow from their groups at the moment of the question, so no memberships are kept that could be wrong.
 */
@Component
class TeamTenants implements Visibility {

    private static final int LONGEST = 64;
    private static final String TEAM = "[a-z0-9][a-z0-9-]{0,39}";

    private final Set<String> servingAll;
    private final Teams teams;
    private final KnownMarks marks;

    TeamTenants(Groups groups, Teams teams, KnownMarks marks) {
        this.servingAll = Set.of(
                groups.consoleServices(),
                groups.prodOperators(),
                groups.platformLeadership(),
                groups.processOwners(),
                groups.auditors(),
                org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN);
        this.teams = teams;
        this.marks = marks;
    }

    @Override
    public String mark(String team, String creator) {
        if (!team.matches(TEAM) || !creator.matches(LocalUser.ID)) {
            return NOBODYS;
        }
        String mark = of(team, creator);
        marks.remember(mark, team + ", asked for by " + creator);
        return mark;
    }

    @Override
    public Set<String> teamsOf(Person person) {
        return teams.all().stream()
                .filter(team -> isIn(team, person.groups()))
                .map(Team::slug)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean seesEveryTeam(Person person) {
        return seesEveryTeam(person.groups());
    }

    boolean seesEveryTeam(Collection<String> groups) {
        return groups.stream().anyMatch(servingAll::contains);
    }

    /** Whether somebody sees what carries a mark; what carries none is nobody's in particular. */
    boolean isSeen(@Nullable String mark, String userId, Collection<String> groups) {
        return mark == null
                || seesEveryTeam(groups)
                || teams.all().stream()
                        .anyMatch(team -> isIn(team, groups)
                                ? mark.startsWith(team.slug() + "+")
                                : mark.equals(of(team.slug(), userId)));
    }

    /** All marks of what somebody sees, be it every team's. */
    List<String> seenBy(Person person) {
        return seesEveryTeam(person) ? List.copyOf(marks.all()) : seenBy(person.userId(), person.groups());
    }

    /** All marks of what somebody sees who does not see every team's. */
    List<String> seenBy(String userId, Collection<String> groups) {
        Set<String> seen = marks.all().stream()
                .filter(mark -> isSeen(mark, userId, groups))
                .collect(Collectors.toSet());
        // another node may know of the first change that somebody asked for a moment before this one does
        teams.all().forEach(team -> seen.add(of(team.slug(), userId)));
        return List.copyOf(seen);
    }

    private static boolean isIn(Team team, Collection<String> groups) {
        return groups.contains(team.membersGroup()) || groups.contains(team.leadsGroup());
    }

    /** No user id has a plus in it, so a long one that is kept by its hash is nobody else's. */
    private static String of(String team, String userId) {
        boolean fits = team.length() + 1 + userId.length() <= LONGEST;
        return team + (fits ? "+" + userId : "++" + hashOf(userId));
    }

    private static String hashOf(String userId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(userId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 11);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
