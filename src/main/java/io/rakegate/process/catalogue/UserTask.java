package io.rakegate.process.catalogue;

import io.rakegate.approval.Side;
import io.rakegate.evidence.EvidenceEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every task that a person does, with its place in the ten steps. Integrations rely on the ids. */
public enum UserTask {
    MOVE_RAKE_TASK("Task_MoveRakeTask", Step.CREATE, null, null),
    ATTACH_FOLLOW_UP_PULL_REQUEST("Task_AttachFollowUpPullRequest", Step.CREATE, null, null),
    ANSWER_REQUIRED_QUESTIONS("Task_AnswerRequiredQuestions", Step.DOCUMENT, Side.AUTHOR, null),
    UPLOAD_LOCAL_EVIDENCE("Task_UploadLocalEvidence", Step.TEST_LOCALLY, Side.AUTHOR, EvidenceEnvironment.LOCAL),
    UPLOAD_DEVELOPMENT_EVIDENCE(
            "Task_UploadDevelopmentEvidence", Step.RUN_IN_DEVELOPMENT, Side.AUTHOR, EvidenceEnvironment.DEVELOPMENT),
    APPROVE_AS_ENGINEERING_LEAD("Task_ApproveAsEngineeringLead", Step.APPROVE, Side.ENGINEERING_LEAD, null),
    APPROVE_AS_CONSOLE_SERVICES("Task_ApproveAsConsoleServices", Step.APPROVE, Side.CONSOLE_SERVICES, null),
    UPLOAD_STAGING_EVIDENCE("Task_UploadStagingEvidence", Step.RUN_IN_STAGING, null, EvidenceEnvironment.STAGING),
    ARRANGE_OPERATOR("Task_ArrangeOperator", Step.SCHEDULE, null, null),
    SCHEDULE_PRODUCTION_RUN("Task_ScheduleProductionRun", Step.SCHEDULE, null, null),
    RUN_IN_PRODUCTION("Task_RunInProduction", Step.RUN_IN_PRODUCTION, Side.OPERATOR, null),
    RUN_BACKOUT("Task_RunBackout", Step.RUN_IN_PRODUCTION, Side.OPERATOR, EvidenceEnvironment.BACKOUT),
    VALIDATE_PRODUCTION_CHANGE("Task_ValidateProductionChange", Step.VALIDATE, null, EvidenceEnvironment.PRODUCTION);

    private final String id;
    private final Step step;
    private final @Nullable Side side;
    private final @Nullable EvidenceEnvironment evidence;

    UserTask(String id, Step step, @Nullable Side side, @Nullable EvidenceEnvironment evidence) {
        this.id = id;
        this.step = step;
        this.side = side;
        this.evidence = evidence;
    }

    /** The task with this element id; empty for a task that a process owner added. */
    public static Optional<UserTask> withId(String id) {
        return Stream.of(values()).filter(task -> task.id.equals(id)).findFirst();
    }

    /** The id of its element in the diagram. */
    public String id() {
        return id;
    }

    /** The step it belongs to. */
    public Step step() {
        return step;
    }

    /** The side that whoever completes it takes, if any. */
    public Optional<Side> side() {
        return Optional.ofNullable(side);
    }

    /** The environment whose evidence has to be there when it completes, if any. */
    public Optional<EvidenceEnvironment> evidence() {
        return Optional.ofNullable(evidence);
    }

    /** The approval tasks of step 5. */
    public static List<UserTask> approvals() {
        return List.of(APPROVE_AS_ENGINEERING_LEAD, APPROVE_AS_CONSOLE_SERVICES);
    }
}
