package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFileRule;
import io.rakegate.policy.Surroundings;
import io.rakegate.policy.code.Call;
import io.rakegate.policy.code.RakeCode;
import io.rakegate.policy.code.Relation;
import java.util.List;
import java.util.Set;

/** A loop over records of a table loads them in batches. */
public final class LoopsAreBatched implements RakeFileRule {

    private static final Set<String> LOADING = Set.of(
            "each",
            "map",
            "each_with_index",
            "flat_map",
            "each_with_object",
            "filter_map",
            "select",
            "reject",
            "to_a",
            "load",
            "collect",
            "sort_by",
            "group_by");
    private static final Wording WORDING = new Wording(
            LoopsAreBatched.class,
            ProcessDocument.SMALLER_SUBSET,
            "Production holds hundreds of times the rows of staging: what fits into memory there does not fit here, and"
                    + " the query may time out.",
            "Use find_each, find_in_batches or in_batches; or say how many rows there are at most.");

    @Override
    public List<Finding> check(RakeCode code, Surroundings surroundings) {
        return code.tasks().stream()
                .flatMap(task -> task.calls())
                .filter(call -> loadsAll(call, code))
                .map(call -> WORDING.toAnswer(
                        code,
                        call.line(),
                        "\"" + call.method() + "\" loads all records of the query at once instead of in batches."))
                .distinct()
                .toList();
    }

    private static boolean loadsAll(Call call, RakeCode code) {
        boolean loops = call.isOneOf(LOADING)
                && (call.block() != null
                        || call.methodOfBlockArgument() != null
                        || call.isOneOf(Set.of("to_a", "load")));
        return loops && call.receiver() != null && Relation.isUnboundedTable(call.receiver(), code);
    }
}
