package io.rakegate.sandbox.github;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All commit statuses. */
@InSandbox
@Component("sandboxGitHubStatuses")
public class Statuses {

    private final JdbcClient database;
    private final Accounts accounts;

    Statuses(JdbcClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /** Everything ever said about a commit, latest first. */
    public List<Status> of(Repository repository, String sha) {
        return database.sql("select * from sandbox.github_status where repository_id = ? and sha = ? order by id desc")
                .params(repository.id(), sha)
                .query(this::row)
                .list();
    }

    /** What stands: the latest of each context. */
    public Collection<Status> latest(Repository repository, String sha) {
        Map<String, Status> byContext = new LinkedHashMap<>();
        of(repository, sha).forEach(status -> byContext.putIfAbsent(status.context(), status));
        return byContext.values();
    }

    /** What stands of one context. */
    public Optional<Status> latest(Repository repository, String sha, String context) {
        return latest(repository, sha).stream()
                .filter(status -> status.context().equals(context))
                .findFirst();
    }

    Status add(Repository repository, String sha, Status status, Instant at) {
        return database.sql("""
                        insert into sandbox.github_status
                            (repository_id, sha, context, state, description, target_url, creator_id, created_at)
                        values (:repository, :sha, :context, :state, :description, :target, :creator, :at) returning *""")
                .param("repository", repository.id())
                .param("sha", sha)
                .param("context", status.context())
                .param("state", status.state())
                .param("description", status.description())
                .param("target", status.targetUrl())
                .param("creator", status.creator().id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(this::row)
                .single();
    }

    private Status row(ResultSet row, int index) throws SQLException {
        return new Status(
                row.getLong("id"),
                row.getString("context"),
                row.getString("state"),
                row.getString("description"),
                row.getString("target_url"),
                accounts.byId(row.getLong("creator_id")),
                row.getTimestamp("created_at").toInstant());
    }
}
