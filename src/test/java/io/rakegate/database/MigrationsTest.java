package io.rakegate.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.support.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;

class MigrationsTest {

    @Test
    void runOnceWhenSeveralNodesStartOnAnEmptyDatabase() throws Exception {
        DataSource database = TestDatabase.dataSource(TestDatabase.empty());
        int nodes = 3;
        CyclicBarrier together = new CyclicBarrier(nodes);
        ExecutorService starting = Executors.newFixedThreadPool(nodes);

        List<Future<Boolean>> started;
        try {
            Callable<Boolean> node = () -> {
                together.await();
                migrationsOf(database).afterPropertiesSet();
                return true;
            };
            started = starting.invokeAll(List.of(node, node, node));
        } finally {
            starting.shutdown();
        }

        for (Future<Boolean> node : started) {
            assertThat(node.get()).isTrue();
        }
        assertThat(count(database, "select count(*) - count(distinct (id, author, filename)) from databasechangelog"))
                .isZero();
        assertThat(count(database, "select count(*) from act_ge_schema_log")).isPositive();
    }

    @Test
    void goOnWhenANodeWasKilledWhileItMigrated() throws Exception {
        DataSource database = TestDatabase.dataSource(TestDatabase.migrated());
        new JdbcTemplate(database)
                .update("update databasechangeloglock set locked = true, lockgranted = now(), lockedby = 'killed'");

        migrationsOf(database).afterPropertiesSet();

        assertThat(count(database, "select count(*) from databasechangeloglock where locked"))
                .isZero();
    }

    /**
     * A database remembers the text of each migration, comments included, and refuses to start with another one. Whoever adds
     * a migration adds its line to the list; a line that is there is never changed.
     */
    @Test
    void stayAsTheyWereWhenTheyWereShipped() throws Exception {
        List<String> shipped =
                Files.readAllLines(Path.of("src", "test", "resources", "database", "shipped-migrations.txt"));

        List<String> now =
                new JdbcTemplate(TestDatabase.dataSource(TestDatabase.migrated())).queryForList("""
                        select filename || ' ' || id || ' ' || md5sum from databasechangelog
                        where filename like 'db/changelog/%' order by orderexecuted""", String.class);

        assertThat(now).as("migrations as in shipped-migrations.txt").containsExactlyElementsOf(shipped);
    }

    private static Migrations migrationsOf(DataSource database) {
        Migrations migrations = new DatabaseConfiguration().migrations(database);
        migrations.setResourceLoader(new DefaultResourceLoader());
        return migrations;
    }

    private static int count(DataSource database, String sql) {
        Integer count = new JdbcTemplate(database).queryForObject(sql, Integer.class);
        return count == null ? -1 : count;
    }
}
