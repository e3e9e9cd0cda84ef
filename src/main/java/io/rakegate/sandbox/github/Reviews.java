package io.rakegate.sandbox.github;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All reviews. */
@InSandbox
@Component("sandboxGitHubReviews")
public class Reviews {

    private final JdbcClient database;
    private final Accounts accounts;

    Reviews(JdbcClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /** A pull request's reviews, oldest first. */
    public List<Review> of(Pull pull) {
        return database.sql("select * from sandbox.github_review where pull_id = ? order by id")
                .param(pull.id())
                .query(this::row)
                .list();
    }

    /** One review of a pull request. */
    public Optional<Review> find(Pull pull, long id) {
        return database.sql("select * from sandbox.github_review where pull_id = ? and id = ?")
                .params(pull.id(), id)
                .query(this::row)
                .optional();
    }

    Review add(Pull pull, Account author, Review.State state, String body, String commitSha, Instant at) {
        return database.sql("""
                        insert into sandbox.github_review (pull_id, author_id, state, body, commit_sha, submitted_at)
                        values (?, ?, ?, ?, ?, ?) returning *""")
                .params(pull.id(), author.id(), state.name(), body, commitSha, at.atOffset(ZoneOffset.UTC))
                .query(this::row)
                .single();
    }

    void dismiss(Review review) {
        database.sql("update sandbox.github_review set state = ? where id = ?")
                .params(Review.State.DISMISSED.name(), review.id())
                .update();
    }

    private Review row(ResultSet row, int index) throws SQLException {
        return new Review(
                row.getLong("id"),
                accounts.byId(row.getLong("author_id")),
                Review.State.valueOf(row.getString("state")),
                row.getString("body"),
                row.getString("commit_sha"),
                row.getTimestamp("submitted_at").toInstant());
    }
}
