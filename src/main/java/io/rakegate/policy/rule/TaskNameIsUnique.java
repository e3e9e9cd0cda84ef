package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFile;
import io.rakegate.policy.RakeFileRule;
import io.rakegate.policy.RakeTask;
import io.rakegate.policy.Surroundings;
import io.rakegate.policy.code.RakeCode;
import io.rakegate.policy.code.TaskCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No other task of the same name exists: Rake runs the bodies of both. */
public final class TaskNameIsUnique implements RakeFileRule {

    private static final Wording WORDING = new Wording(
            TaskNameIsUnique.class,
            ProcessDocument.RUN_IN_PRODUCTION,
            "Rake does not replace a task of the same name: one command runs both bodies, one after the other.",
            "Rename one of them, and give the new name in the command.");

    @Override
    public List<Finding> check(RakeCode code, Surroundings surroundings) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (TaskCode at : code.tasks()) {
            RakeTask task = at.task();
            if (task.name() != null) {
                Integer earlier = seen.putIfAbsent(task.name(), task.line());
                if (earlier != null) {
                    findings.add(finding(code, task, "line " + earlier));
                }
                surroundings.rakeFiles().stream()
                        .filter(file -> !file.path().equals(code.file().path()) && defines(file, task.name()))
                        .forEach(file -> findings.add(finding(code, task, file.path())));
            }
        }
        return findings.stream().distinct().toList();
    }

    private static boolean defines(RakeFile file, String name) {
        return file.task(name).filter(task -> task.block() != null).isPresent();
    }

    private static Finding finding(RakeCode code, RakeTask task, String elsewhere) {
        return WORDING.toAnswer(
                code, task.line(), "The task " + task.label() + " is defined a second time, in " + elsewhere + ".");
    }
}
