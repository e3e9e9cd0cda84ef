package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFile;
import io.rakegate.policy.RakeFileRule;
import io.rakegate.policy.RakeTask;
import io.rakegate.policy.Surroundings;
import io.rakegate.policy.code.RakeCode;
import io.rakegate.policy.code.TaskCode;
import io.rakegate.policy.ruby.RubyNode;
import io.rakegate.policy.ruby.RubyText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
            String name = task.name();
            if (name == null || clears(code.file(), name)) {
                continue;
            }
            Integer earlier = seen.putIfAbsent(name, task.line());
            if (earlier != null) {
                findings.add(finding(code, task, "line " + earlier));
            }
            elsewhere(code.file(), name, surroundings).forEach(path -> findings.add(finding(code, task, path)));
        }
        return findings.stream().distinct().toList();
    }

    private static Stream<String> elsewhere(RakeFile here, String name, Surroundings surroundings) {
        String lastPart = name.substring(name.lastIndexOf(':') + 1);
        // a repository has many rake files: only what could define it is parsed
        Stream<RakeFile> others = surroundings.elsewhere().stream()
                .filter(file -> file.text().contains(lastPart))
                .map(file -> RakeFile.read(file.path(), file.text()));
        return Stream.concat(surroundings.rakeFiles().stream(), others)
                .filter(file -> !file.path().equals(here.path()))
                .filter(file -> defines(file, name) && !clears(file, name))
                .map(RakeFile::path);
    }

    private static boolean defines(RakeFile file, String name) {
        return file.tasks().stream().anyMatch(task -> task.block() != null && name.equals(task.name()));
    }

    /** Whether a file takes the other bodies away before it defines the task, with {@code Rake::Task[name].clear}. */
    private static boolean clears(RakeFile file, String name) {
        RubyNode root = file.root();
        return root != null
                && root.tree()
                        .filter(node -> node.is("call")
                                && node.childText("method").equals("clear")
                                && node.childText("receiver").startsWith("Rake::Task["))
                        .map(node -> node.child("receiver"))
                        .flatMap(receiver -> receiver == null ? Stream.empty() : receiver.children().stream())
                        .anyMatch(argument -> name.equals(RubyText.literal(argument)));
    }

    private static Finding finding(RakeCode code, RakeTask task, String elsewhere) {
        return WORDING.toAnswer(
                code, task.line(), "The task " + task.label() + " is defined a second time, in " + elsewhere + ".");
    }
}
