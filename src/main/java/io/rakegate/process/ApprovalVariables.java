package io.rakegate.process;

import io.rakegate.policy.Answers;
import io.rakegate.process.catalogue.Act;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.process.catalogue.Variable;
import java.util.List;
import java.util.Optional;

/**
 * The variables of one of the two approvals.
 *
 * @param task its task
 * @param decision what was decided
 * @param reason why
 * @param confirmsDocuments whether all documents were confirmed to be there
 * @param acceptedWaivers ids of the findings whose waiver was accepted
 * @param reviewFound whether the matching review was found on GitHub
 * @param act who decided, when and for which commit
 * @param answersSeen the answers that this side approved last, kept to show the difference once they change
 */
public record ApprovalVariables(
        UserTask task,
        Variable<String> decision,
        Variable<String> reason,
        Variable<Boolean> confirmsDocuments,
        Variable<List<String>> acceptedWaivers,
        Variable<Boolean> reviewFound,
        Variable<Act> act,
        Variable<Answers> answersSeen) {

    /** The engineering lead's approval. */
    public static final ApprovalVariables LEAD = new ApprovalVariables(
            UserTask.APPROVE_AS_ENGINEERING_LEAD,
            ChangeVariables.LEAD_DECISION,
            ChangeVariables.LEAD_REASON,
            ChangeVariables.LEAD_CONFIRMS_DOCUMENTS,
            ChangeVariables.LEAD_ACCEPTED_WAIVERS,
            ChangeVariables.LEAD_REVIEW_FOUND,
            ChangeVariables.LEAD_ACT,
            ChangeVariables.LEAD_ANSWERS_SEEN);

    /** The approval by Console Services. */
    public static final ApprovalVariables CONSOLE_SERVICES = new ApprovalVariables(
            UserTask.APPROVE_AS_CONSOLE_SERVICES,
            ChangeVariables.CONSOLE_SERVICES_DECISION,
            ChangeVariables.CONSOLE_SERVICES_REASON,
            ChangeVariables.CONSOLE_SERVICES_CONFIRMS_DOCUMENTS,
            ChangeVariables.CONSOLE_SERVICES_ACCEPTED_WAIVERS,
            ChangeVariables.CONSOLE_SERVICES_REVIEW_FOUND,
            ChangeVariables.CONSOLE_SERVICES_ACT,
            ChangeVariables.CONSOLE_SERVICES_ANSWERS_SEEN);

    /** Both of them. */
    public static List<ApprovalVariables> both() {
        return List.of(LEAD, CONSOLE_SERVICES);
    }

    /** Those of a task, if it is one of the two approvals. */
    public static Optional<ApprovalVariables> of(UserTask task) {
        return both().stream().filter(approval -> approval.task() == task).findFirst();
    }
}
