package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFileRule;
import io.rakegate.policy.Surroundings;
import io.rakegate.policy.code.Call;
import io.rakegate.policy.code.Output;
import io.rakegate.policy.code.PersonalData;
import io.rakegate.policy.code.RakeCode;
import java.util.List;
import java.util.Optional;

/** What a task writes to logs and output names nobody and gives no secret away. */
public final class NoPersonalDataInOutput implements RakeFileRule {

    private static final Wording WORDING = new Wording(
            NoPersonalDataInOutput.class,
            ProcessDocument.LOG_POINTER,
            "Logs and output are read by many, kept for long, and end up in the evidence of this change.",
            "Write a record's own id or a count instead; or say why this value identifies nobody.");

    @Override
    public List<Finding> check(RakeCode code, Surroundings surroundings) {
        return code.tasks().stream()
                .flatMap(task -> task.calls())
                .filter(Output::isOutput)
                .flatMap(call -> finding(call, code).stream())
                .distinct()
                .toList();
    }

    private static Optional<Finding> finding(Call call, RakeCode code) {
        return PersonalData.in(call, code)
                .map(name -> WORDING.toAnswer(
                        code, call.line(), "\"" + call.method() + "\" writes \"" + name + "\" to logs or output."));
    }
}
