package io.rakegate.sandbox.github;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All check runs. */
@InSandbox
@Component("sandboxGitHubCheckRuns")
public class CheckRuns {

    private final JdbcClient database;

    CheckRuns(JdbcClient database) {
        this.database = database;
    }

    /** The checks of a commit, latest first. */
    public List<CheckRun> of(Repository repository, String sha) {
        return database.sql(
                        "select * from sandbox.github_check_run where repository_id = ? and head_sha = ? order by id desc")
                .params(repository.id(), sha)
                .query(CheckRuns::row)
                .list();
    }

    /** One check of a repository, which its number names. */
    public Optional<CheckRun> find(Repository repository, long id) {
        return database.sql("select * from sandbox.github_check_run where repository_id = ? and id = ?")
                .params(repository.id(), id)
                .query(CheckRuns::row)
                .optional();
    }

    CheckRun add(Repository repository, CheckRun run) {
        long id = database.sql("""
                        insert into sandbox.github_check_run (repository_id, head_sha, name, status, started_at)
                        values (?, ?, ?, ?, ?) returning id""")
                .params(repository.id(), run.headSha(), run.name(), run.status(), utc(run.startedAt()))
                .query(Long.class)
                .single();
        return update(id, run);
    }

    CheckRun update(long id, CheckRun run) {
        return database.sql("""
                        update sandbox.github_check_run set name = :name, status = :status, conclusion = :conclusion,
                            details_url = :details, external_id = :external, title = :title, summary = :summary,
                            started_at = :started, completed_at = :completed
                        where id = :id returning *""")
                .param("name", run.name())
                .param("status", run.status())
                .param("conclusion", run.conclusion())
                .param("details", run.detailsUrl())
                .param("external", run.externalId())
                .param("title", run.title())
                .param("summary", run.summary())
                .param("started", utc(run.startedAt()))
                .param("completed", utc(run.completedAt()))
                .param("id", id)
                .query(CheckRuns::row)
                .single();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static CheckRun row(ResultSet row, int index) throws SQLException {
        Timestamp completed = row.getTimestamp("completed_at");
        return new CheckRun(
                row.getLong("id"),
                row.getString("head_sha"),
                row.getString("name"),
                row.getString("status"),
                row.getString("conclusion"),
                row.getString("details_url"),
                row.getString("external_id"),
                row.getString("title"),
                row.getString("summary"),
                row.getTimestamp("started_at").toInstant(),
                completed == null ? null : completed.toInstant());
    }
}
