package io.rakegate.identity.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rakegate.identity.IdentityTest;
import io.rakegate.identity.Person;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IdentityTest
class RecentPeopleTest {

    private static final String OPERATORS = "prod-operators";

    @Autowired
    private RecentPeople people;

    @Autowired
    private IdentityService identity;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcTemplate database;

    @BeforeEach
    void anOperator() {
        User user = identity.newUser("passing");
        user.setFirstName("Passing");
        identity.saveUser(user);
        identity.createMembership("passing", OPERATORS);
    }

    @AfterEach
    void leaves() {
        identity.deleteUser("passing");
    }

    @Test
    void whatThisNodeChangesCountsAtOnce() {
        assertThat(groups()).containsExactly(OPERATORS);

        identity.deleteMembership("passing", OPERATORS);
        assertThat(groups()).isEmpty();

        identity.createMembership("passing", "auditors");
        assertThat(groups()).containsExactly("auditors");

        identity.deleteUser("passing");
        assertThat(people.find("passing")).isEmpty();
    }

    @Test
    void whatWasReadBeforeTheEndOfATransactionDoesNotOutliveIt() {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            identity.deleteMembership("passing", OPERATORS);
            // somebody else's request, which does not see what is not committed
            assertThat(CompletableFuture.supplyAsync(this::groups).join()).containsExactly(OPERATORS);
        });

        assertThat(groups()).isEmpty();
    }

    @Test
    void whatAnotherNodeChangesCountsASecondLater() {
        assertThat(groups()).containsExactly(OPERATORS);

        database.update("delete from act_id_membership where user_id_ = 'passing'");

        await().untilAsserted(() -> assertThat(groups()).isEmpty());
    }

    private Set<String> groups() {
        Optional<Person> person = people.find("passing");
        return person.orElseThrow().groups();
    }
}
