package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFileRule;
import io.rakegate.policy.RakeTask;
import io.rakegate.policy.Surroundings;
import io.rakegate.policy.code.RakeCode;
import io.rakegate.policy.code.TaskCode;
import io.rakegate.policy.code.Words;
import java.util.List;
import java.util.Set;

/** A file defines one task that changes data; its preview, check and rollback may stand beside it. */
public final class OneTaskPerFile implements RakeFileRule {

    private static final Set<String> COMPANIONS = Words.setOf("""
            preview dry dryrun simulate ghost verify validate check count report status list show
            rollback revert undo backout restore unapply down reset
            """);
    private static final Wording WORDING = new Wording(
            OneTaskPerFile.class,
            ProcessDocument.CREATE_IN_FOLDER,
            "The approval is for one command; everything else in the file can be run in production as well, unapproved.",
            "Give each task a file and a change of its own; or say why these belong together.");

    @Override
    public List<Finding> check(RakeCode code, Surroundings surroundings) {
        List<RakeTask> working = code.tasks().stream()
                .map(TaskCode::task)
                .filter(task -> !isCompanion(task))
                .toList();
        return working.size() < 2
                ? List.of()
                : List.of(WORDING.toAnswer(
                        code,
                        working.get(1).line(),
                        "The file defines " + working.size() + " tasks: "
                                + working.get(0).label() + ", " + working.get(1).label()
                                + (working.size() > 2 ? " and others." : ".")));
    }

    private static boolean isCompanion(RakeTask task) {
        String name = task.name() == null ? "" : task.name();
        return Words.of(name.substring(name.lastIndexOf(':') + 1)).stream().anyMatch(COMPANIONS::contains);
    }
}
