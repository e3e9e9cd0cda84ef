package io.rakegate.identity.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rakegate.identity.Acting;
import io.rakegate.identity.IdentityTest;
import io.rakegate.identity.LocalUser;
import io.rakegate.identity.LocalUsers;
import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.identity.Team;
import io.rakegate.identity.Teams;
import io.rakegate.pullrequest.GitHubUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class IdentityStartTest {

    @Autowired
    private IdentityStart start;

    @Autowired
    private LocalUsers users;

    @Autowired
    private People people;

    @Autowired
    private Teams teams;

    @Autowired
    private Acting acting;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Test
    void peopleCarryTheirGroupsAndTheirAccountOnGitHub() {
        Person operator = people.find("operator").orElseThrow();

        assertThat(operator.groups()).containsExactlyInAnyOrder("prod-operators", "team-benefits");
        assertThat(operator.gitHub()).isEqualTo(GitHubUser.person(1006, "operator"));
        assertThat(people.find("auditor").orElseThrow().gitHub()).isNull();
        assertThat(people.find("nobody")).isEmpty();
        assertThat(people.membersOf("console-services"))
                .extracting(Person::userId)
                .containsExactly("console", "console2");
        assertThat(people.membersOf("no-such-group")).isEmpty();
    }

    @Test
    void anAccountIsFoundByItsNumberAndNeverByItsLogin() {
        assertThat(people.behind(GitHubUser.person(1003, "renamed")))
                .map(Person::userId)
                .hasValue("lead");
        assertThat(people.behind(GitHubUser.person(4711, "lead"))).isEmpty();
        assertThat(people.behind(GitHubUser.person(0, "lead"))).isEmpty();
    }

    @Test
    void teamsHaveTheirGroupsByTheirSlug() {
        assertThat(teams.all()).extracting(Team::slug).containsExactly("benefits", "claims");
        assertThat(teams.find("benefits"))
                .hasValue(new Team("benefits", "Benefits", "team-benefits", "team-benefits-leads"));
        assertThat(teams.find("nothing")).isEmpty();
    }

    @Test
    void startingAgainChangesNothing() {
        List<String> before = grants();

        start.afterSingletonsInstantiated();

        assertThat(grants()).isEqualTo(before).doesNotHaveDuplicates();
    }

    @Test
    void aGrantChangedAddedOrRemovedByHandIsRepairedAtStart() {
        List<String> before = described();
        Authorization changed = authorizations
                .createAuthorizationQuery()
                .groupIdIn("auditors")
                .resourceType(Resources.USER)
                .singleResult();
        changed.addPermission(Permissions.DELETE);
        authorizations.saveAuthorization(changed);
        Authorization added = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        added.setResource(Resources.DEPLOYMENT);
        added.setResourceId("*");
        added.addPermission(Permissions.CREATE);
        authorizations.saveAuthorization(added);
        authorizations.deleteAuthorization(authorizations
                .createAuthorizationQuery()
                .groupIdIn("console-services")
                .resourceType(Resources.APPLICATION)
                .singleResult()
                .getId());

        start.afterSingletonsInstantiated();

        assertThat(described()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void twoNodesEnsureTheSamePeopleAtOnce() throws Exception {
        LocalUser twin = new LocalUser("twin-of_two@nodes", "Twin", "a long password", Set.of("brand-new-group"));
        CyclicBarrier together = new CyclicBarrier(4);
        Callable<Void> node = () -> {
            together.await();
            users.ensure(List.of(twin));
            return null;
        };

        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Future<Void>> done = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            done.add(nodes.submit(node));
        }
        for (Future<Void> each : done) {
            each.get();
        }
        nodes.shutdown();

        assertThat(people.membersOf("brand-new-group")).extracting(Person::name).containsExactly("Twin");
        assertThat(identity.checkPassword("twin-of_two@nodes", "a long password"))
                .isTrue();
    }

    @Test
    void anIdThatCouldMeanSomethingElseIsRefused() {
        assertThatThrownBy(() -> users.ensure(List.of(new LocalUser("../admin", "x", "y", Set.of()))))
                .hasMessageContaining("../admin");
    }

    @Test
    void somebodyActsForTheLengthOfATurnAndTheOneBeforeActsAgain() {
        Person lead = people.find("lead").orElseThrow();
        Person console = people.find("console").orElseThrow();

        List<String> actors = acting.as(lead, () -> {
            String before = acting.now().orElseThrow().userId();
            String within = acting.as(console, () -> acting.now().orElseThrow().userId());
            return List.of(before, within, acting.now().orElseThrow().userId());
        });

        assertThat(actors).containsExactly("lead", "console", "lead");
        assertThat(acting.now()).isEmpty();
    }

    @Test
    void whatTheApplicationDecidedIsDoneBeyondOnesGrantsInOnesName() {
        Person creator = people.find("creator").orElseThrow();
        String instance = runtime.startProcessInstanceByKey("ProdDbChange").getId();

        assertThatThrownBy(() -> acting.as(creator, () -> {
                    runtime.setVariable(instance, "note", "refused");
                    return true;
                }))
                .isInstanceOf(AuthorizationException.class);
        acting.as(
                creator,
                () -> acting.beyondOwnGrants(() -> {
                    runtime.setVariable(instance, "note", "done");
                    return true;
                }));

        assertThat(runtime.getVariable(instance, "note")).isEqualTo("done");
        assertThat(history.createUserOperationLogQuery()
                        .processInstanceId(instance)
                        .operationType("SetVariable")
                        .list())
                .isNotEmpty()
                .allMatch(entry -> "creator".equals(entry.getUserId()));
    }

    private List<String> grants() {
        return authorizations.createAuthorizationQuery().list().stream()
                .map(Authorization::getId)
                .sorted()
                .toList();
    }

    private List<String> described() {
        return authorizations.createAuthorizationQuery().list().stream()
                .map(grant -> Stream.of(
                                grant.getGroupId(),
                                grant.getUserId(),
                                grant.getResourceType(),
                                grant.getResourceId(),
                                grant.isPermissionGranted(Permissions.DELETE))
                        .map(String::valueOf)
                        .reduce("", (all, one) -> all + " " + one))
                .toList();
    }
}
