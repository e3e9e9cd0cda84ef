package io.rakegate.sandbox.github;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All comments in the conversations of pull requests. */
@InSandbox
@Component("sandboxGitHubComments")
public class Comments {

    private final JdbcClient database;
    private final Accounts accounts;

    Comments(JdbcClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /** A pull request's comments, oldest first. */
    public List<Comment> of(Pull pull) {
        return database.sql("select * from sandbox.github_comment where pull_id = ? order by id")
                .param(pull.id())
                .query(this::row)
                .list();
    }

    /** One comment of a repository, which its number names. */
    public Optional<Comment> find(Repository repository, long id) {
        return database.sql("""
                        select c.* from sandbox.github_comment c join sandbox.github_pull p on p.id = c.pull_id
                        where p.repository_id = ? and c.id = ?""").params(repository.id(), id).query(this::row).optional();
    }

    Comment add(Pull pull, Account author, String body, Instant at) {
        return database.sql("""
                        insert into sandbox.github_comment (pull_id, author_id, body, created_at, updated_at)
                        values (?, ?, ?, ?, ?) returning *""")
                .params(pull.id(), author.id(), body, at.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC))
                .query(this::row)
                .single();
    }

    Comment edit(Comment comment, String body, Instant at) {
        return database.sql("update sandbox.github_comment set body = ?, updated_at = ? where id = ? returning *")
                .params(body, at.atOffset(ZoneOffset.UTC), comment.id())
                .query(this::row)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    void delete(Comment comment) {
        database.sql("delete from sandbox.github_comment where id = ?")
                .param(comment.id())
                .update();
    }

    private Comment row(ResultSet row, int index) throws SQLException {
        return new Comment(
                row.getLong("id"),
                row.getLong("pull_id"),
                accounts.byId(row.getLong("author_id")),
                row.getString("body"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
