package io.rakegate.process.engine;

import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates the shared filters of Tasklist at start, which shows nothing to a newcomer without them.
 *
 * <p>They are brought back to what {@link TasklistFilter} says with each start, one node at a time; filters of other
 * names are left alone. Who may read filters is granted to groups, not here.
 */
final class TasklistFilters implements SmartInitializingSingleton {

    private static final long LOCK = 0x52414B45_4649L;

    private final FilterService filters;
    private final TaskService tasks;
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    TasklistFilters(
            FilterService filters, TaskService tasks, JdbcTemplate database, PlatformTransactionManager transactions) {
        this.filters = filters;
        this.tasks = tasks;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            database.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
            for (TasklistFilter wanted : TasklistFilter.values()) {
                save(wanted);
            }
        });
    }

    private void save(TasklistFilter wanted) {
        Filter filter = shared(wanted.title());
        filter.setQuery(wanted.query(tasks.createTaskQuery()));
        filter.setProperties(wanted.properties());
        filters.saveFilter(filter);
    }

    private Filter shared(String name) {
        List<Filter> found = filters.createFilterQuery().filterName(name).list();
        return found.stream()
                .filter(filter -> filter.getOwner() == null)
                .findFirst()
                .orElseGet(() -> filters.newTaskFilter(name));
    }
}
