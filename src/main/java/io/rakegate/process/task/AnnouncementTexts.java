package io.rakegate.process.task;

import io.rakegate.announcement.Announcement;
import io.rakegate.announcement.Announcement.Kind;
import io.rakegate.announcement.Mrkdwn;
import io.rakegate.evidence.PersonalData;
import io.rakegate.process.ChangeRefs;
import io.rakegate.process.Fields;
import io.rakegate.process.PublicAddress;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.Variable;
import java.net.URI;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What the channels read about a change, each text with its link back and a key that names it for ever. */
@Component
class AnnouncementTexts {

    private static final int LONGEST = 500;

    private static final String PRODUCTION_RUN = """
            *Production database change scheduled*: %s
            Command: %s
            Window: %s to %s (UTC) · Operator: %s · Commit: %s
            %s · %s""";
    private static final String COMPLETION = """
            *Production database change completed*: %s
            Run by %s, %s rows changed, validated.
            %s · %s""";
    private static final String BACKOUT = """
            *Production database change backed out*: %s
            The run needed its back-out; the back-out was run and its evidence is on the pull request.
            %s · %s""";
    private static final String REMINDER = """
            *Waiting for %s*: "%s" of %s is past its due date (%s UTC).
            %s · %s""";
    private static final String ESCALATION = """
            *Long overdue*: "%s" of %s has waited for %s since %s (UTC). Please see that somebody takes it.
            %s · %s""";

    private final ChangeRefs refs;
    private final PublicAddress address;
    private final PersonalData personalData;

    AnnouncementTexts(ChangeRefs refs, PublicAddress address, PersonalData personalData) {
        this.refs = refs;
        this.address = address;
        this.personalData = personalData;
    }

    Announcement productionRun(DelegateExecution execution) {
        long round = ChangeVariables.RUN_ROUND.get(execution, 1L);
        String text = PRODUCTION_RUN.formatted(
                title(execution),
                said(execution, ChangeVariables.COMMAND),
                Fields.minute(execution, ChangeVariables.WINDOW_START),
                Fields.minute(execution, ChangeVariables.WINDOW_END),
                said(execution, ChangeVariables.OPERATOR),
                ChangeVariables.HEAD_SHA.get(execution).substring(0, 7),
                pullRequest(execution),
                page(execution));
        return announcement(execution, Kind.SCHEDULED_RUN, "scheduled-run:" + round, text);
    }

    Announcement completion(DelegateExecution execution) {
        String rows = ChangeVariables.RUN_ROWS_CHANGED
                .find(execution)
                .map(Object::toString)
                .orElse("no count of");
        String text = COMPLETION.formatted(
                title(execution),
                said(execution, ChangeVariables.OPERATOR),
                rows,
                pullRequest(execution),
                page(execution));
        return announcement(execution, Kind.COMPLETION, "completion", text);
    }

    Announcement backout(DelegateExecution execution) {
        String text = BACKOUT.formatted(title(execution), pullRequest(execution), page(execution));
        return announcement(execution, Kind.BACKOUT, "backout", text);
    }

    Announcement reminder(DelegateExecution execution, Task task, long round) {
        String text = REMINDER.formatted(
                who(task),
                Mrkdwn.text(task.getName()),
                title(execution),
                Fields.minute(task.getDueDate().toInstant()),
                pullRequest(execution),
                tasklist());
        return announcement(execution, Kind.REMINDER, "reminder:" + task.getId() + ":" + round, text);
    }

    Announcement escalation(DelegateExecution execution, Task task) {
        String text = ESCALATION.formatted(
                Mrkdwn.text(task.getName()),
                title(execution),
                who(task),
                Fields.minute(task.getCreateTime().toInstant()),
                pullRequest(execution),
                page(execution));
        return announcement(execution, Kind.ESCALATION, "escalation:" + task.getId(), text);
    }

    /** Everything that goes to the channels is scanned before it goes; a scan that fails ends the attempt. */
    private Announcement announcement(DelegateExecution execution, Kind kind, String what, String text) {
        // a title or a command can show somebody long before anybody has looked at it
        return new Announcement(kind, execution.getProcessInstanceId() + ":" + what, personalData.redact(text));
    }

    private static String who(Task task) {
        return task.getAssignee() == null ? "its group" : Mrkdwn.text(task.getAssignee());
    }

    private static String title(DelegateExecution execution) {
        return said(execution, ChangeVariables.PULL_REQUEST_TITLE);
    }

    private static String said(DelegateExecution execution, Variable<String> variable) {
        return Mrkdwn.text(variable.get(execution, "not given"), LONGEST);
    }

    private static String pullRequest(DelegateExecution execution) {
        return Mrkdwn.link(
                URI.create(ChangeVariables.PULL_REQUEST_URL.get(execution)),
                ChangeVariables.PULL_REQUEST.get(execution));
    }

    private String page(DelegateExecution execution) {
        return Mrkdwn.link(URI.create(address.pageOf(refs.changeOf(execution))), "the change in Rakegate");
    }

    private String tasklist() {
        return Mrkdwn.link(URI.create(address.tasklist()), "open Tasklist");
    }
}
