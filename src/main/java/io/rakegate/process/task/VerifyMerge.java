package io.rakegate.process.task;

import io.rakegate.process.ChangeRefs;
import io.rakegate.process.catalogue.ChangeVariables;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Step 5: what was merged is what was approved, byte for byte in the rake files. */
@Component
class VerifyMerge implements JavaDelegate {

    private final ChangeRefs refs;
    private final MergeComparison comparison;

    VerifyMerge(ChangeRefs refs, MergeComparison comparison) {
        this.refs = refs;
        this.comparison = comparison;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<String> differences = comparison.differences(execution, refs.currentOf(execution));
        ChangeVariables.MERGED_AS_APPROVED.set(execution, differences.isEmpty());
        ChangeVariables.MERGE_DIFFERENCE.set(execution, String.join("\n", differences));
    }
}
