package io.rakegate.sandbox.github;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All repositories with their branches. */
@InSandbox
@Component("sandboxGitHubRepositories")
public class Repositories {

    private final JdbcClient database;

    Repositories(JdbcClient database) {
        this.database = database;
    }

    /** The repository of this name, whatever its case. */
    public Optional<Repository> find(String owner, String name) {
        return database.sql("""
                        select * from sandbox.github_repository
                        where lower(owner) = lower(?) and lower(name) = lower(?)""").params(owner, name).query(Repositories::row).optional();
    }

    /**
     * The repository of this name.
     *
     * @throws Refusal if there is none
     */
    public Repository get(String owner, String name) {
        return find(owner, name).orElseThrow(Refusal::notFound);
    }

    /** All repositories by name. */
    public List<Repository> all() {
        return database.sql("select * from sandbox.github_repository order by owner, name")
                .query(Repositories::row)
                .list();
    }

    /** The last commit of a branch. */
    public Optional<String> tip(Repository repository, String branch) {
        return database.sql("select sha from sandbox.github_branch where repository_id = ? and name = ?")
                .params(repository.id(), branch)
                .query(String.class)
                .optional();
    }

    String lockTip(Repository repository, String branch) {
        return database.sql("select sha from sandbox.github_branch where repository_id = ? and name = ? for update")
                .params(repository.id(), branch)
                .query(String.class)
                .single();
    }

    void move(Repository repository, String branch, String sha) {
        database.sql("""
                        insert into sandbox.github_branch (repository_id, name, sha) values (?, ?, ?)
                        on conflict (repository_id, name) do update set sha = excluded.sha""").params(repository.id(), branch, sha).update();
    }

    Repository add(String owner, String name, String defaultBranch, Instant at) {
        database.sql("""
                        insert into sandbox.github_repository (owner, name, default_branch, created_at)
                        values (?, ?, ?, ?)""")
                .params(owner, name, defaultBranch, at.atOffset(ZoneOffset.UTC))
                .update();
        return get(owner, name);
    }

    int nextNumber(Repository repository) {
        return database.sql("""
                        update sandbox.github_repository set last_number = last_number + 1
                        where id = ? returning last_number""").param(repository.id()).query(Integer.class).single();
    }

    Repository byId(long id) {
        return database.sql("select * from sandbox.github_repository where id = ?")
                .param(id)
                .query(Repositories::row)
                .single();
    }

    private static Repository row(ResultSet row, int index) throws SQLException {
        return new Repository(
                row.getLong("id"),
                row.getString("owner"),
                row.getString("name"),
                row.getString("default_branch"),
                row.getTimestamp("created_at").toInstant());
    }
}
