package io.rakegate.process;

import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.EvidenceRecords;
import io.rakegate.process.FindingStanding.Known;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.process.catalogue.Variable;
import io.rakegate.pullrequest.PullRequestRef;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What a person needs to decide on one screen, in Markdown: each task carries it as a variable of its own. */
@Component
public class Briefings {

    private static final String INTRODUCTION = """
            **[%s](%s)** (%s)

            Commit `%s` · Command `%s` · [the change with its history](%s)
            """;

    private final EvidenceRecords records;
    private final PublicAddress address;
    private final TaskService taskService;

    Briefings(EvidenceRecords records, PublicAddress address, TaskService taskService) {
        this.records = records;
        this.address = address;
        this.taskService = taskService;
    }

    /** The briefing of a task that appears. */
    public String of(DelegateTask task) {
        PullRequestRef ref = PullRequestRef.fromKey(task.getExecution().getProcessBusinessKey());
        return text(task, ref, UserTask.withId(task.getTaskDefinitionKey()));
    }

    /** Brings the briefings of the open tasks of a change up to date. */
    void refresh(DelegateExecution execution, List<Task> open) {
        PullRequestRef ref = PullRequestRef.fromKey(execution.getProcessBusinessKey());
        for (Task task : open) {
            String now = text(execution, ref, UserTask.withId(task.getTaskDefinitionKey()));
            if (!ChangeVariables.BRIEFING.findLocal(taskService, task.getId()).equals(Optional.of(now))) {
                ChangeVariables.BRIEFING.setLocal(taskService, task.getId(), now);
            }
        }
    }

    private String text(VariableScope change, PullRequestRef ref, Optional<UserTask> task) {
        StringBuilder text = new StringBuilder(INTRODUCTION.formatted(
                WrittenText.plain(ChangeVariables.PULL_REQUEST_TITLE.get(change, ref.key())),
                ChangeVariables.PULL_REQUEST_URL.get(change, ""),
                ChangeVariables.PULL_REQUEST.get(change, ref.key()),
                shortened(ChangeVariables.HEAD_SHA.get(change, "not read yet")),
                ChangeVariables.COMMAND.get(change, "").replace("`", "'"),
                address.pageOf(ref)));
        notice(text, change, "Sent back", ChangeVariables.SENT_BACK_REASON);
        notice(text, change, "Please note", ChangeVariables.REVIEW_NOTICE);
        notice(text, change, "Answers changed", ChangeVariables.ANSWERS_NOTICE);
        notice(text, "Merge", MergeHindrance.in(change, false));
        notice(text, change, "Missing", ChangeVariables.MISSING_DOCUMENTS);
        notice(text, change, "Merged differently", ChangeVariables.MERGE_DIFFERENCE);
        difference(text, change, task);
        answers(text, change);
        text.append(FindingLines.of(Known.in(change)));
        evidence(text, ref, ChangeVariables.HEAD_SHA.get(change, ""));
        run(text, change);
        report(text, change);
        return text.toString();
    }

    private static void notice(StringBuilder text, VariableScope change, String label, Variable<String> variable) {
        notice(text, label, variable.get(change, ""));
    }

    private static void notice(StringBuilder text, String label, String notice) {
        if (!notice.isBlank()) {
            text.append("\n**")
                    .append(label)
                    .append(":** ")
                    .append(WrittenText.plain(notice))
                    .append('\n');
        }
    }

    /** What changed since this side of the approval last approved. */
    private static void difference(StringBuilder text, VariableScope change, Optional<UserTask> task) {
        task.flatMap(ApprovalVariables::of)
                .flatMap(approval -> approval.answersSeen().find(change))
                .ifPresent(seen -> text.append(AnswersDifference.between(seen, CurrentAnswers.of(change))));
    }

    private static void answers(StringBuilder text, VariableScope change) {
        answer(text, change, "What could happen", ChangeVariables.WHAT_COULD_HAPPEN);
        answer(text, change, "Mitigation", ChangeVariables.MITIGATION);
        answer(text, change, "Back-out plan", ChangeVariables.BACKOUT_PLAN);
        answer(text, change, "Where in the logs", ChangeVariables.LOG_POINTER);
    }

    private static void answer(StringBuilder text, VariableScope change, String question, Variable<String> variable) {
        String answer = variable.get(change, "");
        if (!answer.isBlank()) {
            text.append("\n**")
                    .append(question)
                    .append("?** ")
                    .append(WrittenText.plain(answer))
                    .append('\n');
        }
    }

    private void evidence(StringBuilder text, PullRequestRef change, String headSha) {
        List<Evidence> found = records.of(change);
        if (!found.isEmpty()) {
            text.append("\n**Evidence**\n\n");
            for (Evidence evidence : found) {
                String stale = evidence.headSha().equals(headSha) ? "" : " (stale: for another commit)";
                text.append("- ")
                        .append(evidence.environment().slug())
                        .append(": [")
                        .append(WrittenText.plain(evidence.fileName()))
                        .append("](")
                        .append(address.evidenceFile(change, evidence.id().toString()))
                        .append(") by ")
                        .append(WrittenText.plain(evidence.uploadedBy()))
                        .append(", commit `")
                        .append(shortened(evidence.headSha()))
                        .append('`')
                        .append(evidence.masksPersonalData() ? ", personal data masked" : "")
                        .append(stale)
                        .append('\n');
            }
        }
    }

    private static void run(StringBuilder text, VariableScope change) {
        if (ChangeVariables.WINDOW_START.find(change).isPresent()
                && ChangeVariables.WINDOW_END.find(change).isPresent()) {
            text.append("\n**Production run:** ")
                    .append(Fields.minute(change, ChangeVariables.WINDOW_START))
                    .append(" to ")
                    .append(Fields.minute(change, ChangeVariables.WINDOW_END))
                    .append(" (UTC), operator: ")
                    .append(WrittenText.plain(ChangeVariables.OPERATOR.get(change, "not named")))
                    .append('\n');
        }
    }

    /** What the operator reported of the last run. Of one that was aborted there is only what they noted. */
    private static void report(StringBuilder text, VariableScope change) {
        String outcome = ChangeVariables.RUN_OUTCOME.get(change, "");
        if (!outcome.isEmpty()) {
            text.append("\n**Reported of the last run:** outcome: ").append(WrittenText.plain(outcome));
            if (!outcome.equals("aborted")) {
                facts(text, change);
            }
            text.append('\n');
            notice(text, change, "Notes of the operator", ChangeVariables.RUN_NOTES);
        }
    }

    private static void facts(StringBuilder text, VariableScope change) {
        ChangeVariables.RUN_SESSION
                .find(change)
                .ifPresent(session -> text.append(", session: ").append(WrittenText.plain(session)));
        if (ChangeVariables.RUN_STARTED.find(change).isPresent()
                && ChangeVariables.RUN_ENDED.find(change).isPresent()) {
            text.append(", ran ")
                    .append(Fields.minute(change, ChangeVariables.RUN_STARTED))
                    .append(" to ")
                    .append(Fields.minute(change, ChangeVariables.RUN_ENDED))
                    .append(" (UTC)");
        }
        ChangeVariables.RUN_EXIT_STATUS
                .find(change)
                .ifPresent(status -> text.append(", exit status: ").append(status));
        ChangeVariables.RUN_ROWS_CHANGED
                .find(change)
                .ifPresent(rows -> text.append(", rows changed: ").append(rows));
    }

    private static String shortened(String sha) {
        return sha.length() == 40 ? sha.substring(0, 7) : sha;
    }
}
