package io.rakegate.process;

import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.identity.Team;
import io.rakegate.identity.Teams;
import io.rakegate.identity.Visibility;
import io.rakegate.pullrequest.GitHubUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The people of the tests, in memory; a test may move them between groups. */
class FakePeople implements People {

    static final Team BENEFITS = new Team("benefits", "Benefits", "team-benefits", "team-benefits-leads");
    static final Team CLAIMS = new Team("claims", "Claims", "team-claims", "team-claims-leads");

    private final Map<String, Person> people = new LinkedHashMap<>();

    FakePeople() {
        clear();
    }

    final void clear() {
        people.clear();
        put("creator", 1001, "team-benefits", "team-claims");
        put("lead", 1003, "team-benefits-leads", "team-claims-leads");
        put("console", 1004, "console-services");
        put("console2", 1005, "console-services");
        put("operator", 1006, "prod-operators", "team-benefits");
        put("operator2", 1008, "prod-operators");
        put("platform", 1007, "platform-leadership");
        put("admin", 1009, "camunda-admin");
    }

    void put(String userId, long gitHubId, String... groups) {
        people.put(userId, new Person(userId, userId, GitHubUser.person(gitHubId, userId), Set.of(groups)));
    }

    GitHubUser account(String userId) {
        return people.get(userId).gitHub();
    }

    @Override
    public Optional<Person> find(String userId) {
        return Optional.ofNullable(people.get(userId));
    }

    @Override
    public Optional<Person> behind(GitHubUser account) {
        return people.values().stream()
                .filter(person -> person.gitHub() != null && person.gitHub().id() == account.id())
                .findFirst();
    }

    @Override
    public List<Person> membersOf(String groupId) {
        return people.values().stream()
                .filter(person -> person.groups().contains(groupId))
                .toList();
    }

    /** What marks look like; who sees what is a matter of the identity room. */
    static final class EverybodySeesEverything implements Visibility {

        @Override
        public String mark(String team, String creator) {
            return team + "+" + creator;
        }

        @Override
        public Set<String> teamsOf(Person person) {
            return person.groups().contains("team-benefits") ? Set.of("benefits") : Set.of();
        }

        @Override
        public boolean seesEveryTeam(Person person) {
            return true;
        }
    }

    /** The two teams of the tests. */
    static final class TwoTeams implements Teams {

        @Override
        public List<Team> all() {
            return List.of(BENEFITS, CLAIMS);
        }

        @Override
        public Optional<Team> find(String slug) {
            return all().stream().filter(team -> team.slug().equals(slug)).findFirst();
        }
    }
}
