package io.rakegate.process.listener;

import io.rakegate.policy.Finding;
import io.rakegate.policy.FindingAnswer;
import io.rakegate.policy.FindingAnswer.Kind;
import io.rakegate.process.InputRefused;
import io.rakegate.process.catalogue.AnsweredFinding;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.FindingRow;
import io.rakegate.process.catalogue.UserTask;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Step 2: each finding that asks for an answer has one; answers given before stand until they are changed. */
@Component
@Order(45)
class FindingsAreAnswered implements CompletionRule {

    private static final String KINDS = Stream.of(Kind.values()).map(Kind::id).collect(Collectors.joining(", "));

    private final Clock clock;

    FindingsAreAnswered(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void completing(Completion completion) {
        if (!completion.isFor(UserTask.ANSWER_REQUIRED_QUESTIONS)) {
            return;
        }
        DelegateExecution change = completion.task().getExecution().getProcessInstance();
        List<Finding> findings = ChangeVariables.FINDINGS.get(change, List.of());
        List<AnsweredFinding> answered = new ArrayList<>(ChangeVariables.ANSWERED_FINDINGS.get(change, List.of()));
        List<String> open = new ArrayList<>();
        for (Finding finding : findings.stream().filter(Finding::isToAnswer).toList()) {
            List<FindingRow> rows = entered(completion).stream()
                    .filter(row -> row.id().equals(finding.id()))
                    .toList();
            if (!rows.isEmpty()) {
                answer(finding, rows.get(0), completion, answered);
            }
            shortcoming(finding, answered).ifPresent(why -> open.add(name(finding) + ": " + why + "."));
        }
        if (!open.isEmpty()) {
            throw refused("Each finding needs an answer (" + KINDS + "). Without one are:\n" + String.join("\n", open));
        }
        ChangeVariables.ANSWERED_FINDINGS.set(change, answered);
    }

    private void answer(Finding finding, FindingRow row, Completion completion, List<AnsweredFinding> answered) {
        Optional<FindingAnswer> answer = kind(row)
                .map(kind -> new FindingAnswer(finding.id(), kind, row.text().strip()));
        boolean known = answered.stream().anyMatch(one -> answer.equals(Optional.of(one.answer())));
        if (!known) {
            answered.removeIf(one -> one.answer().isAbout(finding));
            answer.ifPresent(given ->
                    answered.add(new AnsweredFinding(given, completion.actor().userId(), clock.instant())));
        }
    }

    private static Optional<Kind> kind(FindingRow row) {
        if (row.kind().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Kind.withId(row.kind())
                .orElseThrow(() -> refused(
                        "\"" + row.kind() + "\" is no way to answer " + row.id() + ". Choose one of " + KINDS + ".")));
    }

    private static Optional<String> shortcoming(Finding finding, List<AnsweredFinding> answered) {
        return answered.stream()
                .map(AnsweredFinding::answer)
                .filter(answer -> answer.isAbout(finding))
                .findFirst()
                .map(answer -> answer.shortcoming(finding))
                .orElse(Optional.of("it has no answer"));
    }

    private static String name(Finding finding) {
        String place = finding.place();
        return finding.id() + (place.isEmpty() ? "" : " at " + place) + ", \"" + finding.sentence() + "\"";
    }

    private static List<FindingRow> entered(Completion completion) {
        try {
            return ChangeVariables.FINDING_ANSWERS.get(completion.task(), List.of()).stream()
                    .filter(Objects::nonNull)
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw refused("The answers to findings are a list such as"
                    + " [{\"id\": \"TaskHasADryRun-0123456789\", \"kind\": \"explained\", \"text\": \"…\"}].");
        }
    }

    private static InputRefused refused(String sentence) {
        return new InputRefused(ChangeVariables.FINDING_ANSWERS.name(), sentence);
    }
}
