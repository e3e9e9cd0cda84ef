package io.rakegate.identity.engine;

import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.pullrequest.GitHubUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * People as the engine's identity tables know them now, with their accounts on GitHub. Each request asks who somebody is,
 * so it is one query instead of the engine's three, and it does not depend on who asks.
 */
@Component
class EnginePeople implements People {

    private static final String PEOPLE = """
            select person.id_, person.first_, person.last_, array(
                select its.group_id_ from act_id_membership its where its.user_id_ = person.id_) as groups,
                (select told.value_ from act_id_info told
                    where told.user_id_ = person.id_ and told.key_ = '%s') as account_id,
                (select told.value_ from act_id_info told
                    where told.user_id_ = person.id_ and told.key_ = '%s') as account_login
            from act_id_user person""".formatted(ProviderPeople.GIT_HUB_ID, ProviderPeople.GIT_HUB_LOGIN);

    private final JdbcTemplate database;
    private final GitHubAccounts accounts;

    EnginePeople(JdbcTemplate database, GitHubAccounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    @Override
    public Optional<Person> find(String userId) {
        return database.query(PEOPLE + " where person.id_ = ?", (row, number) -> person(row), userId).stream()
                .findFirst();
    }

    @Override
    public Optional<Person> behind(GitHubUser account) {
        return accounts.userOf(account).flatMap(this::find);
    }

    @Override
    public List<Person> membersOf(String groupId) {
        return database.query(PEOPLE + """
                         where exists (select 1 from act_id_membership wanted
                            where wanted.user_id_ = person.id_ and wanted.group_id_ = ?)
                        order by person.id_""", (row, number) -> person(row), groupId);
    }

    private Person person(ResultSet row) throws SQLException {
        String userId = row.getString("id_");
        String name = (text(row.getString("first_")) + " " + text(row.getString("last_"))).strip();
        String[] groups = (String[]) row.getArray("groups").getArray();
        GitHubUser account = accounts.of(userId, row.getString("account_id"), row.getString("account_login"));
        return new Person(userId, name.isEmpty() ? userId : name, account, Set.of(groups));
    }

    private static String text(@Nullable String kept) {
        return Objects.requireNonNullElse(kept, "");
    }
}
