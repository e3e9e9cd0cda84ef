package io.rakegate.sandbox.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.support.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

@OnSandboxGitHub
class GitHubStartTest {

    @Test
    void twoNodesThatStartAtOnceOnAnEmptyDatabaseFillItOnceAndALaterOneFindsWhatTheyLeft() throws Exception {
        DataSource empty = TestDatabase.dataSource(TestDatabase.empty());
        ExecutorService nodes = Executors.newFixedThreadPool(2);

        List<Future<?>> starts =
                List.of(nodes.submit(() -> new Node(empty).start()), nodes.submit(() -> new Node(empty).start()));
        for (Future<?> start : starts) {
            start.get();
        }
        nodes.shutdown();
        new Node(empty).pushes();
        Node later = new Node(empty);
        later.start();

        assertThat(later.pulls.of(later.repositories.get("sandbox", "vets-api")))
                .hasSameSizeAs(later.samples.all());
        Pull pushed = later.pulls.get(new PullRequestRef("sandbox", "vets-api", 1));
        assertThat(later.commits.get(pushed.repository(), pushed.headSha()).subject())
                .isEqualTo("Before the restart");
    }

    @Test
    void whileTheSandboxIsOffNothingOfItExists() {
        new ApplicationContextRunner()
                .withUserConfiguration(EverythingHere.class)
                .withPropertyValues("rakegate.github.token=t")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBeanDefinitionNames()).noneMatch(name -> name.startsWith("sandboxGitHub"));
                });
    }

    @ComponentScan(basePackageClasses = FakeGitHub.class)
    static class EverythingHere {}

    private static final class Node {

        private final Repositories repositories;
        private final Commits commits;
        private final Pulls pulls;
        private final FakeGitHub gitHub;
        private final SampleTasks samples = new SampleTasks();
        private final GitHubStart start;

        Node(DataSource database) {
            JdbcClient client = JdbcClient.create(database);
            Clock clock = Clock.systemUTC();
            Accounts accounts = new Accounts(client);
            repositories = new Repositories(client);
            commits = new Commits(client, accounts);
            pulls = new Pulls(client, accounts, repositories);
            Gate gate = new Gate(new Statuses(client, accounts), new CheckRuns(client));
            gitHub = new FakeGitHub(
                    repositories,
                    accounts,
                    new Writing(repositories, accounts, commits),
                    pulls,
                    new Merging(repositories, commits),
                    gate,
                    nobody -> {},
                    clock);
            start = new GitHubStart(
                    client,
                    new DataSourceTransactionManager(database),
                    accounts,
                    repositories,
                    commits,
                    gitHub,
                    samples,
                    clock);
        }

        void start() {
            start.afterPropertiesSet();
        }

        void pushes() {
            gitHub.push(
                    new PullRequestRef("sandbox", "vets-api", 1),
                    NewCommit.writing("creator", "Before the restart", Map.of("a.txt", "a")));
        }
    }
}
