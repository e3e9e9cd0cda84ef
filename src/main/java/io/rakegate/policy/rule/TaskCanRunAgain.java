package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFileRule;
import io.rakegate.policy.Surroundings;
import io.rakegate.policy.code.RakeCode;
import io.rakegate.policy.code.Repetition;
import io.rakegate.policy.code.TaskCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A second run gets to the same end state: nothing is created, sent or counted twice. */
public final class TaskCanRunAgain implements RakeFileRule {

    private static final Wording WORDING = new Wording(
            TaskCanRunAgain.class,
            ProcessDocument.IDEMPOTENT,
            "A task that stops half-way is run again, and everything before the stop is then done twice.",
            "Skip what an earlier run has done (a filter on the column that is written, find_or_create_by, a sent"
                    + " marker); or say why a second run does no harm.");

    @Override
    public List<Finding> check(RakeCode code, Surroundings surroundings) {
        return code.tasks().stream()
                .flatMap(task -> check(task, code).stream())
                .distinct()
                .toList();
    }

    private static List<Finding> check(TaskCode task, RakeCode code) {
        Map<Repetition.Kind, Repetition> first = new EnumMap<>(Repetition.Kind.class);
        Repetition.in(task, code).forEach(found -> first.putIfAbsent(found.kind(), found));
        List<Finding> findings = new ArrayList<>();
        first.forEach((kind, found) -> findings.add(WORDING.toAnswer(
                code,
                found.line(),
                "A second run " + kind.words() + ": \"" + found.name()
                        + "\" is not guarded by what was already done.")));
        return findings;
    }
}
