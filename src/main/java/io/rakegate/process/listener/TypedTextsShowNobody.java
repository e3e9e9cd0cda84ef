package io.rakegate.process.listener;

import io.rakegate.process.TextsShowNobody;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.FindingRow;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.process.catalogue.Variable;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a person types at a task is kept for ever and shown on the pull request, so no personal data and no secret gets as
 * far as the history: the task does not complete, and what was typed stays where it was typed.
 */
@Component
@Order(48)
class TypedTextsShowNobody implements CompletionRule {

    private static final Map<UserTask, List<Variable<String>>> TEXTS = Map.of(
            UserTask.MOVE_RAKE_TASK,
            List.of(ChangeVariables.COMMAND),
            UserTask.ANSWER_REQUIRED_QUESTIONS,
            List.of(
                    ChangeVariables.WHAT_COULD_HAPPEN,
                    ChangeVariables.MITIGATION,
                    ChangeVariables.BACKOUT_PLAN,
                    ChangeVariables.LOG_POINTER),
            UserTask.APPROVE_AS_ENGINEERING_LEAD,
            List.of(ChangeVariables.LEAD_REASON),
            UserTask.APPROVE_AS_CONSOLE_SERVICES,
            List.of(ChangeVariables.CONSOLE_SERVICES_REASON),
            UserTask.RUN_IN_PRODUCTION,
            List.of(ChangeVariables.RUN_SESSION, ChangeVariables.RUN_ASSISTED_BY, ChangeVariables.RUN_NOTES));

    private final TextsShowNobody texts;

    TypedTextsShowNobody(TextsShowNobody texts) {
        this.texts = texts;
    }

    @Override
    public void completing(Completion completion) {
        completion
                .kind()
                .ifPresent(kind -> TEXTS.getOrDefault(kind, List.of())
                        .forEach(text -> texts.require(text.name(), text.get(completion.task(), ""))));
        if (completion.isFor(UserTask.ANSWER_REQUIRED_QUESTIONS)) {
            ChangeVariables.FINDING_ANSWERS.get(completion.task(), List.of()).stream()
                    .map(FindingRow::text)
                    .forEach(text -> texts.require(ChangeVariables.FINDING_ANSWERS.name(), text));
        }
    }
}
