package io.rakegate.process.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import io.rakegate.policy.Answers;
import io.rakegate.policy.Finding;
import io.rakegate.pullrequest.GitHubUser;
import io.rakegate.pullrequest.Mergeability;
import java.util.List;

/**
 * Every variable of a change. Each has one writer, named in {@code processes/README.md} with its allowed values; what a
 * person decides is one variable per task.
 */
public final class ChangeVariables {

    // a pull request without a change
    public static final Variable<String> OPENING = text("opening");
    public static final Variable<String> OPENING_NOTICE = text("openingNotice");

    // a changed record of a change that has ended
    public static final Variable<String> COMPARED_CHANGE = text("comparedChange");

    // what a person gives at the start, and what the start derives from it
    public static final Variable<String> PULL_REQUEST_LINK = text("pullRequestLink");
    public static final Variable<String> TEAM = text("team");
    public static final Variable<String> COMMAND = text("command");
    public static final Variable<Boolean> OPENED_BY_ITSELF = flag("openedByItself");
    public static final Variable<String> CREATOR = text("creator");
    public static final Variable<String> TEAM_GROUP = text("teamGroup");
    public static final Variable<String> LEADS_GROUP = text("leadsGroup");
    public static final Variable<String> CONSOLE_SERVICES_GROUP = text("consoleServicesGroup");
    public static final Variable<String> PROD_OPERATORS_GROUP = text("prodOperatorsGroup");
    public static final Variable<String> PLATFORM_LEADERSHIP_GROUP = text("platformLeadershipGroup");

    // facts of the pull request, written by "Check pull request"
    public static final Variable<String> PULL_REQUEST = text("pullRequest");
    public static final Variable<String> PULL_REQUEST_URL = text("pullRequestUrl");
    public static final Variable<String> PULL_REQUEST_TITLE = text("pullRequestTitle");
    public static final Variable<String> HEAD_SHA = text("headSha");
    public static final Variable<String> HEAD_COMMITTED_AT = text("headCommittedAt");
    public static final Variable<String> HEAD_BRANCH = text("headBranch");
    public static final Variable<Mergeability> MERGEABILITY =
            new Variable<>("mergeability", Forms.choice(Mergeability.class));
    public static final Variable<Boolean> MERGED = flag("merged");
    public static final Variable<List<GitHubUser>> AUTHORS =
            new Variable<>("authors", Forms.json(new TypeReference<>() {}));
    public static final Variable<List<RakeTaskFound>> RAKE_TASKS =
            new Variable<>("rakeTasks", Forms.json(new TypeReference<>() {}));
    public static final Variable<List<Finding>> FINDINGS =
            new Variable<>("findings", Forms.json(new TypeReference<>() {}));
    public static final Variable<Boolean> RAKE_TASK_IN_FOLDER = flag("rakeTaskInFolder");
    public static final Variable<String> PULL_REQUEST_NEWS = text("pullRequestNews");

    // steps 1 and 2
    public static final Variable<String> FOLLOW_UP_PULL_REQUEST = text("followUpPullRequest");
    public static final Variable<String> WHAT_COULD_HAPPEN = text("whatCouldHappen");
    public static final Variable<String> MITIGATION = text("mitigation");
    public static final Variable<String> BACKOUT_PLAN = text("backoutPlan");
    public static final Variable<String> LOG_POINTER = text("logPointer");
    public static final Variable<List<FindingRow>> FINDING_ANSWERS =
            new Variable<>("findingAnswers", Forms.json(new TypeReference<>() {}));
    public static final Variable<List<AnsweredFinding>> ANSWERED_FINDINGS =
            new Variable<>("answeredFindings", Forms.json(new TypeReference<>() {}));
    public static final Variable<List<FixedFinding>> FIXED_FINDINGS =
            new Variable<>("fixedFindings", Forms.json(new TypeReference<>() {}));
    public static final Variable<String> ANSWERS_HASH = text("answersHash");
    public static final Variable<String> ANSWERS_CHANGED_AT = text("answersChangedAt");
    public static final Variable<Answers> ANSWERS_READ = answers("answersRead");
    public static final Variable<Boolean> ANSWERS_ON_PULL_REQUEST = flag("answersOnPullRequest");
    public static final Variable<String> ANSWERS_NOTICE = text("answersNotice");
    public static final Variable<Boolean> NOTHING_TO_FIX = flag("nothingToFix");

    // evidence: the id of the record that counts
    public static final Variable<String> LOCAL_EVIDENCE = text("localEvidence");
    public static final Variable<String> DEVELOPMENT_EVIDENCE = text("developmentEvidence");
    public static final Variable<String> STAGING_EVIDENCE = text("stagingEvidence");
    public static final Variable<String> PRODUCTION_EVIDENCE = text("productionEvidence");
    public static final Variable<String> BACKOUT_EVIDENCE = text("backoutEvidence");
    public static final Variable<String> EVIDENCE = text("evidence");
    public static final Variable<List<FalseAlarm>> FALSE_ALARMS =
            new Variable<>("falseAlarms", Forms.json(new TypeReference<>() {}));
    public static final Variable<Boolean> APPROVAL_DOCUMENTS_COMPLETE = flag("approvalDocumentsComplete");
    public static final Variable<Boolean> SCHEDULING_DOCUMENTS_COMPLETE = flag("schedulingDocumentsComplete");
    public static final Variable<Boolean> CLOSING_DOCUMENTS_COMPLETE = flag("closingDocumentsComplete");
    public static final Variable<String> MISSING_DOCUMENTS = text("missingDocuments");

    // step 5
    public static final Variable<List<WaiverChoice>> WAIVERS =
            new Variable<>("waivers", Forms.json(new TypeReference<>() {}));
    public static final Variable<String> LEAD_DECISION = text("leadDecision");
    public static final Variable<String> LEAD_REASON = text("leadReason");
    public static final Variable<Boolean> LEAD_CONFIRMS_DOCUMENTS = flag("leadConfirmsDocuments");
    public static final Variable<List<String>> LEAD_ACCEPTED_WAIVERS =
            new Variable<>("leadAcceptedWaivers", Forms.json(new TypeReference<>() {}));
    public static final Variable<Boolean> LEAD_REVIEW_FOUND = flag("leadReviewFound");
    public static final Variable<Act> LEAD_ACT = act("leadAct");
    public static final Variable<Answers> LEAD_ANSWERS_SEEN = answers("leadAnswersSeen");
    public static final Variable<String> CONSOLE_SERVICES_DECISION = text("consoleServicesDecision");
    public static final Variable<String> CONSOLE_SERVICES_REASON = text("consoleServicesReason");
    public static final Variable<Boolean> CONSOLE_SERVICES_CONFIRMS_DOCUMENTS =
            flag("consoleServicesConfirmsDocuments");
    public static final Variable<List<String>> CONSOLE_SERVICES_ACCEPTED_WAIVERS =
            new Variable<>("consoleServicesAcceptedWaivers", Forms.json(new TypeReference<>() {}));
    public static final Variable<Boolean> CONSOLE_SERVICES_REVIEW_FOUND = flag("consoleServicesReviewFound");
    public static final Variable<Act> CONSOLE_SERVICES_ACT = act("consoleServicesAct");
    public static final Variable<Answers> CONSOLE_SERVICES_ANSWERS_SEEN = answers("consoleServicesAnswersSeen");
    public static final Variable<List<Taken>> SIDES_TAKEN =
            new Variable<>("sidesTaken", Forms.json(new TypeReference<>() {}));
    public static final Variable<String> REVIEW_NOTICE = text("reviewNotice");
    public static final Variable<Boolean> REJECTED = flag("rejected");
    public static final Variable<String> SENT_BACK_REASON = text("sentBackReason");
    public static final Variable<Boolean> MERGED_AS_APPROVED = flag("mergedAsApproved");
    public static final Variable<String> MERGE_DIFFERENCE = text("mergeDifference");

    // steps 6 to 9
    public static final Variable<String> STAGING_OUTCOME = text("stagingOutcome");
    public static final Variable<Boolean> TEAM_HAS_OPERATOR = flag("teamHasOperator");
    public static final Variable<String> ARRANGED_OPERATOR = text("arrangedOperator");
    public static final Variable<List<OperatorChoice>> OPERATOR_CHOICES =
            new Variable<>("operatorChoices", Forms.json(new TypeReference<>() {}));
    public static final Variable<String> SCHEDULING_DECISION = text("schedulingDecision");
    public static final Variable<String> WINDOW_START = text("windowStart");
    public static final Variable<String> WINDOW_END = text("windowEnd");
    public static final Variable<String> OPERATOR = text("operator");
    public static final Variable<Long> RUN_ROUND = new Variable<>("runRound", Forms.NUMBER);
    public static final Variable<String> RUN_ANNOUNCEMENT = text("runAnnouncement");
    public static final Variable<String> RUN_SESSION = text("runSession");
    public static final Variable<String> RUN_STARTED = text("runStarted");
    public static final Variable<String> RUN_ENDED = text("runEnded");
    public static final Variable<Long> RUN_EXIT_STATUS = new Variable<>("runExitStatus", Forms.NUMBER);
    public static final Variable<Long> RUN_ROWS_CHANGED = new Variable<>("runRowsChanged", Forms.NUMBER);
    public static final Variable<String> RUN_ASSISTED_BY = text("runAssistedBy");
    public static final Variable<String> RUN_NOTES = text("runNotes");
    public static final Variable<String> RUN_OUTCOME = text("runOutcome");
    public static final Variable<String> VALIDATION_OUTCOME = text("validationOutcome");
    public static final Variable<Boolean> LOG_LOOKED_AT = flag("logLookedAt");
    public static final Variable<Act> LOG_LOOKED_AT_ACT = act("logLookedAtAct");
    public static final Variable<String> BACKOUT_ANNOUNCEMENT = text("backoutAnnouncement");
    public static final Variable<String> COMPLETION_ANNOUNCEMENT = text("completionAnnouncement");

    // at any time
    public static final Variable<String> BRIEFING = text("briefing");
    public static final Variable<Boolean> LONG_OVERDUE = flag("longOverdue");
    public static final Variable<List<String>> ESCALATED_TASKS =
            new Variable<>("escalatedTasks", Forms.json(new TypeReference<>() {}));
    public static final Variable<String> WITHDRAWAL_REASON = text("withdrawalReason");
    public static final Variable<String> WITHDRAWN_BY = text("withdrawnBy");

    private ChangeVariables() {}

    private static Variable<String> text(String name) {
        return new Variable<>(name, Forms.TEXT);
    }

    private static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Forms.FLAG);
    }

    private static Variable<Answers> answers(String name) {
        return new Variable<>(name, Forms.json(new TypeReference<>() {}));
    }

    private static Variable<Act> act(String name) {
        return new Variable<>(name, Forms.json(new TypeReference<>() {}));
    }
}
