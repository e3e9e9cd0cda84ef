package io.rakegate.sandbox.github;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody who has an account, and the teams they are in. Accounts never change, so each is read once. */
@InSandbox
@Component("sandboxGitHubAccounts")
public class Accounts {

    /** The account that Rakegate's token belongs to. */
    public static final Account RAKEGATE = new Account(1, "rakegate-sandbox", true);

    private static final RowMapper<Account> ROW =
            (row, index) -> new Account(row.getLong("id"), row.getString("login"), row.getBoolean("bot"));

    private final JdbcClient database;
    private final Map<Long, Account> known = new ConcurrentHashMap<>();

    Accounts(JdbcClient database) {
        this.database = database;
    }

    /** The account with this login, whatever its case. */
    public Optional<Account> find(String login) {
        return database.sql("select * from sandbox.github_account where lower(login) = lower(?)")
                .param(login)
                .query(ROW)
                .optional();
    }

    /** All accounts in order of their numbers. */
    public List<Account> all() {
        return database.sql("select * from sandbox.github_account order by id")
                .query(ROW)
                .list();
    }

    /** Whether somebody is in a team. */
    public boolean isMember(String organisation, String team, Account account) {
        return database.sql("""
                        select count(*) from sandbox.github_team_member
                        where lower(organisation) = lower(?) and lower(team) = lower(?) and account_id = ?""")
                        .params(organisation, team, account.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    Account named(String login) {
        return find(login)
                .orElseThrow(() -> Refusal.unprocessable("There is no account \"" + login + "\" in the sandbox."));
    }

    Account byId(long id) {
        return known.computeIfAbsent(id, this::read);
    }

    @Nullable Account byNullableId(@Nullable Long id) {
        return id == null ? null : byId(id);
    }

    void add(Account account) {
        database.sql("insert into sandbox.github_account (id, login, bot) values (?, ?, ?)")
                .params(account.id(), account.login(), account.bot())
                .update();
    }

    void join(String organisation, String team, Account account) {
        database.sql("insert into sandbox.github_team_member (organisation, team, account_id) values (?, ?, ?)")
                .params(organisation, team, account.id())
                .update();
    }

    private Account read(long id) {
        return database.sql("select * from sandbox.github_account where id = ?")
                .param(id)
                .query(ROW)
                .single();
    }
}
