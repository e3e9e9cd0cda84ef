package io.rakegate.process;

import io.rakegate.pullrequest.OpenPullRequest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the periodic look has seen: each open pull request with the update it was seen at. */
@Component
class LooksAtPullRequests {

    private static final String SEEN = """
            insert into open_pull_request (repository, number, updated_at) values (?, ?, ?)
            on conflict (repository, number) do update set updated_at = excluded.updated_at""";

    private final JdbcTemplate jdbc;

    LooksAtPullRequests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are new or were updated since they were seen. */
    List<OpenPullRequest> notSeen(String repositoryName, List<OpenPullRequest> open) {
        Map<Integer, Instant> seen = seen(repositoryName);
        return open.stream()
                .filter(one -> !one.updatedAt().equals(seen.get(one.ref().number())))
                .toList();
    }

    /** Remembers those that were looked at, and forgets those that are not open any more. */
    void seen(String repositoryName, List<OpenPullRequest> open, List<OpenPullRequest> lookedAt) {
        lookedAt.forEach(one -> jdbc.update(SEEN, repositoryName, one.ref().number(), Timestamp.from(one.updatedAt())));
        Set<Integer> numbers = open.stream().map(one -> one.ref().number()).collect(Collectors.toSet());
        seen(repositoryName).keySet().stream()
                .filter(number -> !numbers.contains(number))
                .forEach(number -> jdbc.update(
                        "delete from open_pull_request where repository = ? and number = ?", repositoryName, number));
    }

    private Map<Integer, Instant> seen(String repositoryName) {
        Map<Integer, Instant> seen = new HashMap<>();
        jdbc.query(
                "select number, updated_at from open_pull_request where repository = ?",
                row -> {
                    seen.put(
                            row.getInt("number"), row.getTimestamp("updated_at").toInstant());
                },
                repositoryName);
        return seen;
    }
}
