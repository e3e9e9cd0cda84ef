package io.rakegate.process.task;

import io.rakegate.policy.Answers;
import io.rakegate.policy.Finding;
import io.rakegate.policy.Question;
import io.rakegate.process.ApprovalVariables;
import io.rakegate.process.ChangeRefs;
import io.rakegate.process.CurrentAnswers;
import io.rakegate.process.FindingStanding;
import io.rakegate.process.FindingStanding.Known;
import io.rakegate.process.FindingStanding.State;
import io.rakegate.process.MergeHindrance;
import io.rakegate.process.PublicAddress;
import io.rakegate.process.Standing;
import io.rakegate.process.Waiting;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Outcome;
import io.rakegate.process.catalogue.Step;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The one comment of a change on its pull request: what is done, whose turn it is, what to do next. */
@Component
class StickyComment {

    private static final String FRAME = """
            ## Production database change

            %s

            %s
            %s
            [Open the change](%s) · [Open Tasklist](%s)
            """;

    private static final String TEMPLATE = """

            The [template](%s) has the questions with room for the answers: copy them into this pull request's text.

            """;

    private static final String ANSWERED_HERE = """

            ### Answers given in Rakegate

            Rakegate's account may not edit this pull request's text, so they stand here. Allow it to write pull requests, \
            or copy them.

            """;

    private static final String ANSWERS_RULE = "RequiredQuestionsAreAnswered";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private final ChangeRefs refs;
    private final PublicAddress address;

    StickyComment(ChangeRefs refs, PublicAddress address) {
        this.refs = refs;
        this.address = address;
    }

    /** While the change runs. */
    String inProgress(DelegateExecution execution, List<Waiting> waiting) {
        Step now = Standing.step(waiting);
        return framed(execution, turns(waiting), checklist(now.number() - 1), notes(execution) + answers(execution));
    }

    /** When the change has ended. */
    String ended(DelegateExecution execution, Outcome outcome) {
        int done = outcome == Outcome.COMPLETED ? Step.values().length : 0;
        String reason = ChangeVariables.SENT_BACK_REASON
                .find(execution)
                .filter(text -> outcome == Outcome.REJECTED)
                .or(() -> ChangeVariables.WITHDRAWAL_REASON.find(execution))
                .map(text -> " " + Markdown.cell(text))
                .orElse("");
        String sentence = "**This change was " + outcome.words() + ".**" + reason;
        return framed(execution, sentence, done == 0 ? "" : checklist(done), "");
    }

    private String framed(DelegateExecution execution, String first, String second, String third) {
        return FRAME.formatted(first, second, third, address.pageOf(refs.changeOf(execution)), address.tasklist());
    }

    private static String turns(List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return "Rakegate is working, or waits for the merge; nobody has to act in Tasklist.";
        }
        StringBuilder turns = new StringBuilder();
        for (Waiting task : waiting) {
            turns.append("- **")
                    .append(Markdown.cell(task.name()))
                    .append("**: it is the turn of ")
                    .append(Markdown.cell(task.who()))
                    .append(", since ")
                    .append(MINUTE.format(task.since()))
                    .append(" UTC")
                    .append('\n');
        }
        // without words between them, the two lists would be one
        return turns.append("\nThe ten steps:").toString();
    }

    private static String checklist(int done) {
        StringBuilder list = new StringBuilder();
        for (Step step : Step.values()) {
            list.append(step.number() <= done ? "- [x] " : "- [ ] ")
                    .append(step.number())
                    .append(" ")
                    .append(step.title())
                    .append('\n');
        }
        return list.toString();
    }

    private String notes(DelegateExecution execution) {
        StringBuilder text = new StringBuilder();
        boolean approved =
                ApprovalVariables.both().stream().allMatch(approval -> Standing.approved(execution, approval));
        Stream.of(
                        MergeHindrance.in(execution, approved),
                        ChangeVariables.ANSWERS_NOTICE.get(execution, ""),
                        ChangeVariables.REVIEW_NOTICE.get(execution, ""))
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .forEach(line -> text.append("\n> ").append(Markdown.cell(line)).append('\n'));
        return text + findings(execution);
    }

    private String findings(DelegateExecution execution) {
        StringBuilder text = new StringBuilder();
        List<Finding> open = open(execution);
        for (Finding finding : open) {
            text.append("- ")
                    .append(finding.isBlocking() ? "**To fix:** " : "")
                    .append(Markdown.cell(finding.sentence()))
                    .append(
                            finding.file() == null
                                    ? ""
                                    : " `" + Markdown.code(finding.file()) + ":" + finding.line() + "`")
                    .append(" ")
                    .append(Markdown.cell(finding.howToFix()))
                    .append('\n');
        }
        boolean unanswered = open.stream().anyMatch(finding -> finding.rule().equals(ANSWERS_RULE));
        String template = unanswered ? TEMPLATE.formatted(address.pullRequestTemplate()) : "\n";
        return text.isEmpty() ? "" : "\n### Findings\n\n" + text + template;
    }

    /** Those that nobody has answered, and notes: what is answered is for the approvers to read. */
    private static List<Finding> open(DelegateExecution execution) {
        return FindingStanding.of(Known.in(execution)).stream()
                .filter(standing -> standing.state() == State.OPEN || standing.state() == State.NOTE)
                .map(FindingStanding::finding)
                .toList();
    }

    /** Where Rakegate may not edit the pull request's text, the answers that were given here stand in the comment. */
    private static String answers(DelegateExecution execution) {
        if (ChangeVariables.ANSWERS_ON_PULL_REQUEST.get(execution, true)) {
            return "";
        }
        Answers answers = CurrentAnswers.of(execution);
        StringBuilder text = new StringBuilder(ANSWERED_HERE);
        for (Question question : Question.values()) {
            text.append("- **")
                    .append(question.text())
                    .append("** ")
                    .append(Markdown.cell(question.answerIn(answers)))
                    .append('\n');
        }
        return text.append('\n').toString();
    }
}
