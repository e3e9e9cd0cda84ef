package io.rakegate.audit;

import io.rakegate.identity.Person;
import io.rakegate.process.catalogue.ProdDbChange;
import java.time.Clock;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** All changes that the acting person may see, newest first, a page at a time. */
@Component
public class ChangeList {

    /** How many changes a page has, unless it is the last. */
    public static final int PAGE = 25;

    /** Beyond this many open tasks the newest are looked at; a list that long is not read to its end. */
    private static final int TASKS = 5_000;

    private final HistoryService historyService;
    private final TaskService taskService;
    private final ChangeSearch search;
    private final ChangeRows rows;
    private final Clock clock;

    ChangeList(
            HistoryService historyService, TaskService taskService, ChangeSearch search, ChangeRows rows, Clock clock) {
        this.historyService = historyService;
        this.taskService = taskService;
        this.search = search;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * One page of changes.
     *
     * @param changes what is on the page
     * @param more whether another page follows
     */
    public record Page(List<ChangeRow> changes, boolean more) {

        public Page {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Finds the changes that a filter leaves.
     *
     * @param person who asks, for what is theirs
     * @param page which page, from 0
     */
    public Page find(ChangeFilter filter, Person person, int page) {
        ChangeSearch.Known known = new ChangeSearch.Known(
                person.userId(),
                filter.mine() ? turnsOf(person) : Set.of(),
                filter.overdue() ? changesOf(openTasks().dueBefore(Date.from(clock.instant()))) : Set.of());
        List<HistoricProcessInstance> found = visible(search.find(filter, known, page * PAGE, PAGE + 1));
        return new Page(rows.of(found.stream().limit(PAGE).toList()), found.size() > PAGE);
    }

    /** Those that the acting person may see, in the same order. */
    private List<HistoricProcessInstance> visible(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return historyService
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(ProdDbChange.KEY)
                .processInstanceIds(Set.copyOf(ids))
                .list()
                .stream()
                .sorted(Comparator.comparing(instance -> ids.indexOf(instance.getId())))
                .toList();
    }

    private Set<String> turnsOf(Person person) {
        TaskQuery tasks = openTasks().or().taskAssignee(person.userId());
        if (!person.groups().isEmpty()) {
            tasks.taskCandidateGroupIn(List.copyOf(person.groups()));
        }
        return changesOf(tasks.endOr());
    }

    private TaskQuery openTasks() {
        return taskService
                .createTaskQuery()
                .processDefinitionKey(ProdDbChange.KEY)
                .active();
    }

    private static Set<String> changesOf(TaskQuery tasks) {
        return tasks.orderByTaskCreateTime().desc().listPage(0, TASKS).stream()
                .map(Task::getProcessInstanceId)
                .collect(Collectors.toSet());
    }
}
