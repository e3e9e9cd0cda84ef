package io.rakegate.sandbox.github;

import io.rakegate.pullrequest.PullRequestRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All pull requests. */
@InSandbox
@Component("sandboxGitHubPulls")
public class Pulls {

    private static final String ONE = """
            select p.* from sandbox.github_pull p join sandbox.github_repository r on r.id = p.repository_id
            where lower(r.owner) = lower(?) and lower(r.name) = lower(?) and p.number = ?""";

    private final JdbcClient database;
    private final Accounts accounts;
    private final Repositories repositories;

    Pulls(JdbcClient database, Accounts accounts, Repositories repositories) {
        this.database = database;
        this.accounts = accounts;
        this.repositories = repositories;
    }

    /** The pull request of this name. */
    public Optional<Pull> find(PullRequestRef ref) {
        return database.sql(ONE)
                .params(ref.owner(), ref.repository(), ref.number())
                .query(this::row)
                .optional();
    }

    /**
     * The pull request of this name.
     *
     * @throws Refusal if there is none
     */
    public Pull get(PullRequestRef ref) {
        return find(ref).orElseThrow(Refusal::notFound);
    }

    /** All pull requests of a repository, newest first. */
    public List<Pull> of(Repository repository) {
        return database.sql("select * from sandbox.github_pull where repository_id = ? order by number desc")
                .param(repository.id())
                .query(this::row)
                .list();
    }

    /** The pull request with this number of its own, which a comment names. */
    public Pull byId(long id) {
        return database.sql("select * from sandbox.github_pull where id = ?")
                .param(id)
                .query(this::row)
                .single();
    }

    Pull lock(PullRequestRef ref) {
        return database.sql(ONE + " for update of p")
                .params(ref.owner(), ref.repository(), ref.number())
                .query(this::row)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    Pull add(
            Repository repository,
            NewPull pull,
            Account author,
            String branch,
            String headSha,
            String baseSha,
            Instant at) {
        int number = repositories.nextNumber(repository);
        database.sql("""
                        insert into sandbox.github_pull (repository_id, number, title, body, author_id, open, draft, labels,
                            head_branch, head_sha, base_branch, base_sha, created_at, updated_at)
                        values (?, ?, ?, ?, ?, true, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        repository.id(),
                        number,
                        pull.title(),
                        pull.body(),
                        author.id(),
                        pull.draft(),
                        pull.labels().toArray(String[]::new),
                        branch,
                        headSha,
                        repository.defaultBranch(),
                        baseSha,
                        at.atOffset(ZoneOffset.UTC),
                        at.atOffset(ZoneOffset.UTC))
                .update();
        return get(new PullRequestRef(repository.owner(), repository.name(), number));
    }

    void moveHead(Pull pull, String headSha, String baseSha, Instant at) {
        set(pull, "head_sha = ?, base_sha = ?", at, headSha, baseSha);
    }

    void setText(Pull pull, String title, String body, Instant at) {
        set(pull, "title = ?, body = ?", at, title, body);
    }

    void setDraft(Pull pull, boolean draft, Instant at) {
        set(pull, "draft = ?", at, draft);
    }

    void setOpen(Pull pull, boolean open, Instant at) {
        set(pull, "open = ?, closed_at = ?", at, open, open ? null : at.atOffset(ZoneOffset.UTC));
    }

    void setMerged(Pull pull, String mergeSha, Account by, Instant at) {
        set(
                pull,
                "open = false, merge_sha = ?, merged_by = ?, closed_at = ?",
                at,
                mergeSha,
                by.id(),
                at.atOffset(ZoneOffset.UTC));
    }

    void touch(Pull pull, Instant at) {
        set(pull, "open = open", at);
    }

    private void set(Pull pull, String columns, Instant at, @Nullable Object... values) {
        database.sql("update sandbox.github_pull set " + columns + ", updated_at = ? where id = ?")
                .params(Arrays.asList(values))
                .param(at.atOffset(ZoneOffset.UTC))
                .param(pull.id())
                .update();
    }

    private Pull row(ResultSet row, int index) throws SQLException {
        Timestamp closedAt = row.getTimestamp("closed_at");
        return new Pull(
                row.getLong("id"),
                repositories.byId(row.getLong("repository_id")),
                row.getInt("number"),
                row.getString("title"),
                row.getString("body"),
                accounts.byId(row.getLong("author_id")),
                row.getBoolean("open"),
                row.getBoolean("draft"),
                Arrays.asList((String[]) row.getArray("labels").getArray()),
                row.getString("head_branch"),
                row.getString("head_sha"),
                row.getString("base_branch"),
                row.getString("base_sha"),
                row.getString("merge_sha"),
                accounts.byNullableId(row.getObject("merged_by", Long.class)),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                closedAt == null ? null : closedAt.toInstant());
    }
}
