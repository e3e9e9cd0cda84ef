package io.rakegate.sandbox.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates the sandbox's tables and, where they are empty, its people, its repository and its sample pull requests. */
@InSandbox
@Component("sandboxGitHubStart")
public class GitHubStart implements InitializingBean {

    private static final String OWNER = "sandbox";
    private static final String NAME = "vets-api";
    private static final List<Account> PEOPLE = List.of(
            Accounts.RAKEGATE,
            new Account(1001, "creator", false),
            new Account(1002, "creator2", false),
            new Account(1003, "lead", false),
            new Account(1004, "console", false),
            new Account(1005, "console2", false),
            new Account(1006, "operator", false),
            new Account(1007, "platform", false),
            new Account(1099, "dependabot[bot]", true));
    private static final Map<String, List<String>> TEAMS = Map.of(
            "vets-api-leads", List.of("lead"),
            "console-services", List.of("console", "console2"),
            "prod-operators", List.of("operator"),
            "platform-leadership", List.of("platform"));

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final Repositories repositories;
    private final Commits commits;
    private final FakeGitHub gitHub;
    private final SampleTasks samples;
    private final Clock clock;

    GitHubStart(
            JdbcClient database,
            PlatformTransactionManager transactions,
            Accounts accounts,
            Repositories repositories,
            Commits commits,
            FakeGitHub gitHub,
            SampleTasks samples,
            Clock clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.accounts = accounts;
        this.repositories = repositories;
        this.commits = commits;
        this.gitHub = gitHub;
        this.samples = samples;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            // two nodes may start at once on an empty database
            database.sql("select pg_advisory_xact_lock(hashtext('rakegate sandbox'))::text")
                    .query(String.class)
                    .single();
            database.sql("create schema if not exists sandbox").update();
            database.sql(schema()).update();
            if (repositories.find(OWNER, NAME).isEmpty()) {
                fill();
            }
        });
    }

    private void fill() {
        PEOPLE.forEach(accounts::add);
        TEAMS.forEach((team, members) -> members.forEach(login -> accounts.join(OWNER, team, accounts.named(login))));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Repository repository = repositories.add(OWNER, NAME, "master", now);
        Map<String, String> tree = new TreeMap<>();
        samples.repositoryFiles().forEach((path, text) -> tree.put(path, commits.keep(text)));
        Signature by = Signature.of(accounts.named("platform"), now);
        Commit first = commits.add(repository, List.of(), tree, "Import the repository", by, by);
        repositories.move(repository, repository.defaultBranch(), first.sha());
        samples.all().forEach(sample -> open(repository, sample));
    }

    private void open(Repository repository, SampleTask sample) {
        Pull pull = gitHub.open(sample.in(repository));
        if (sample.state().equals("closed")) {
            gitHub.close(pull.ref());
        }
    }

    private static String schema() {
        try {
            return new ClassPathResource("sandbox/github/schema.sql").getContentAsString(UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The sandbox's table definitions cannot be read.", unreadable);
        }
    }
}
