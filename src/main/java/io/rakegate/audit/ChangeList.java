package io.rakegate.audit;

import io.rakegate.identity.Person;
import io.rakegate.process.catalogue.ProdDbChange;
import io.rakegate.process.catalogue.Step;
import io.rakegate.process.catalogue.UserTask;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
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
        return query(filter, person)
                .map(query -> query.listPage(page * PAGE, PAGE + 1))
                .map(found -> new Page(rows.of(found.stream().limit(PAGE).toList()), found.size() > PAGE))
                .orElseGet(() -> new Page(List.of(), false));
    }

    /** The query of a filter; empty if it is known already that nothing fits. */
    private Optional<HistoricProcessInstanceQuery> query(ChangeFilter filter, Person person) {
        HistoricProcessInstanceQuery query = historyService
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(ProdDbChange.KEY)
                .orderByProcessInstanceStartTime()
                .desc()
                .orderByProcessInstanceId()
                .desc();
        if (filter.state() != null) {
            narrow(query, filter.state());
        }
        if (filter.step() != null) {
            query.unfinished().activeActivityIdIn(activitiesOf(filter.step()));
        }
        if (filter.mine()) {
            narrowToOwn(query, person);
        }
        Optional<Set<String>> among = among(filter);
        if (among.isEmpty()) {
            return Optional.of(query);
        }
        return among.get().isEmpty() ? Optional.empty() : Optional.of(query.processInstanceIds(among.get()));
    }

    private static void narrow(HistoricProcessInstanceQuery query, ChangeState state) {
        switch (state) {
            case RUNNING -> query.unfinished();
            case DELETED -> query.externallyTerminated();
            default -> state.outcome().ifPresent(outcome -> query.finished().executedActivityIdIn(outcome.id()));
        }
    }

    private static String[] activitiesOf(Step step) {
        Stream<String> tasks =
                Stream.of(UserTask.values()).filter(task -> task.step() == step).map(UserTask::id);
        // nobody works on the last step, and the engine takes no empty list
        return Stream.concat(tasks, Stream.of("Task_AnnounceCompletion").filter(id -> step == Step.ANNOUNCE))
                .toArray(String[]::new);
    }

    /** The changes that are left by what the engine has no quick answer to; empty if none of it is asked. */
    private Optional<Set<String>> among(ChangeFilter filter) {
        List<Set<String>> all = new ArrayList<>();
        if (!filter.team().isEmpty()) {
            all.add(search.ofTeam(filter.team()));
        }
        if (!filter.text().isEmpty()) {
            all.add(search.with(filter.text()));
        }
        if (filter.overdue()) {
            all.add(changesOf(openTasks().dueBefore(Date.from(clock.instant()))));
        }
        return all.stream().reduce((first, second) -> {
            Set<String> both = new LinkedHashSet<>(first);
            both.retainAll(second);
            return both;
        });
    }

    private void narrowToOwn(HistoricProcessInstanceQuery query, Person person) {
        TaskQuery tasks = openTasks().or().taskAssignee(person.userId());
        if (!person.groups().isEmpty()) {
            tasks.taskCandidateGroupIn(List.copyOf(person.groups()));
        }
        Set<String> turns = changesOf(tasks.endOr());
        if (turns.isEmpty()) {
            query.startedBy(person.userId());
        } else {
            query.or().startedBy(person.userId()).processInstanceIds(turns).endOr();
        }
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
