package io.rakegate.process.engine;

import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.UserTask;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.TaskQuery;

/** The filters that everybody finds in Tasklist, in the order in which they stand there. */
enum TasklistFilter {
    MY_TASKS(
            10,
            "My tasks",
            "What waits for you, and for nobody else",
            query -> query.taskAssigneeExpression("${currentUser()}")),
    MY_TEAMS_TASKS(
            20,
            "My team's tasks",
            "What you or somebody of your groups can do, whoever has it now",
            query -> query.taskCandidateGroupInExpression("${currentUserGroups()}")
                    .includeAssignedTasks()),
    APPROVALS(
            30,
            "Approvals",
            "Every approval that somebody is asked for",
            query -> query.taskDefinitionKeyIn(ids(UserTask.approvals().stream()))),
    PRODUCTION_RUNS(
            40,
            "Production runs",
            "Runs and back-outs that are due in production",
            query -> query.taskDefinitionKeyIn(ids(Stream.of(UserTask.RUN_IN_PRODUCTION, UserTask.RUN_BACKOUT)))),
    OVERDUE(50, "Overdue", "Every task that is past its due date", query -> query.dueBeforeExpression("${now()}")),
    ALL_OPEN(60, "All open", "Every task of every change", query -> query);

    private final int place;
    private final String title;
    private final String description;
    private final UnaryOperator<TaskQuery> condition;

    TasklistFilter(int place, String title, String description, UnaryOperator<TaskQuery> condition) {
        this.place = place;
        this.title = title;
        this.description = description;
        this.condition = condition;
    }

    /** Its name, by which it is found again. */
    String title() {
        return title;
    }

    /** What it shows: open tasks of changes that are not suspended. */
    TaskQuery query(TaskQuery all) {
        return condition.apply(all.active());
    }

    /** How Tasklist shows it: its place, and which variables stand with each task. */
    Map<String, Object> properties() {
        return Map.of(
                "description",
                description,
                "priority",
                place,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(
                        Map.of("name", ChangeVariables.PULL_REQUEST_TITLE.name(), "label", "Pull request"),
                        Map.of("name", ChangeVariables.TEAM.name(), "label", "Team")));
    }

    private static String[] ids(Stream<UserTask> tasks) {
        return tasks.map(UserTask::id).toArray(String[]::new);
    }
}
