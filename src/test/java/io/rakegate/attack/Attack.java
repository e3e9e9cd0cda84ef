package io.rakegate.attack;

import java.util.List;
import java.util.stream.Stream;

/**
 * One way to try: what, by which call, and how it is answered. In paths and bodies {task}, {instance}, {definition}
 * and {me} stand for the attacked task, its change, the diagram and the attacker; {decide} for what its form asks for.
 */
enum Attack {
    COMPLETE(Kind.SIDE, "complete its task", "POST", "/task/{task}/complete", "{\"variables\":{decide}}", 403),
    SUBMIT_FORM(Kind.SIDE, "submit its form", "POST", "/task/{task}/submit-form", "{\"variables\":{decide}}", 403),
    CLAIM(Kind.SIDE, "claim its task", "POST", "/task/{task}/claim", "{\"userId\":\"{me}\"}", 403),
    ASSIGN(Kind.SIDE, "make oneself its assignee", "POST", "/task/{task}/assignee", "{\"userId\":\"{me}\"}", 403),
    UPDATE(Kind.SIDE, "rewrite its task", "PUT", "/task/{task}", "{\"assignee\":\"{me}\"}", 403),
    DELEGATE(Kind.SIDE, "be delegated its task", "POST", "/task/{task}/delegate", "{\"userId\":\"{me}\"}", 403),
    RESOLVE(Kind.SIDE, "resolve its task", "POST", "/task/{task}/resolve", "{\"variables\":{decide}}", 403),
    LINK(
            Kind.SIDE,
            "become its assignee by an identity link",
            "POST",
            "/task/{task}/identity-links",
            "{\"userId\":\"{me}\",\"type\":\"assignee\"}",
            403),

    COMPLETE_WITH_MORE(
            Kind.VARIABLES,
            "complete a task with a variable that its form does not ask for",
            "POST",
            "/task/{task}/complete",
            "{\"variables\":{\"sidesTaken\":{\"value\":\"[]\",\"type\":\"Json\"}}}",
            403),
    SUBMIT_MORE(
            Kind.VARIABLES,
            "submit a form with a variable that it does not ask for",
            "POST",
            "/task/{task}/submit-form",
            "{\"variables\":{\"leadReviewFound\":{\"value\":true}}}",
            403),
    COMPLETE_WITH_JSON(
            Kind.VARIABLES,
            "enter JSON where a text is asked for",
            "POST",
            "/task/{task}/complete",
            "{\"variables\":{\"leadReason\":{\"value\":\"[]\",\"type\":\"Json\"}}}",
            403),
    COMPLETE_WITH_OBJECT(
            Kind.VARIABLES,
            "enter a serialized Java object",
            "POST",
            "/task/{task}/complete",
            "{\"variables\":{\"leadReason\":{\"value\":\"rO0ABXA=\",\"type\":\"Object\",\"valueInfo\":{"
                    + "\"objectTypeName\":\"java.lang.Object\","
                    + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}}",
            400),
    COMPLETE_WITH_TRANSIENT(
            Kind.VARIABLES,
            "enter a value that leaves no trace",
            "POST",
            "/task/{task}/complete",
            "{\"variables\":{\"merged\":{\"value\":true,\"valueInfo\":{\"transient\":true}}}}",
            400),
    BEAN_SHADOW(
            Kind.VARIABLES,
            "put a variable in front of a bean",
            "POST",
            "/task/{task}/complete",
            "{\"variables\":{\"checkAnswers\":{\"value\":\"x\"}}}",
            403),
    TASK_VARIABLE(
            Kind.VARIABLES,
            "set a variable through a task",
            "PUT",
            "/task/{task}/variables/sidesTaken",
            "{\"value\":\"[]\",\"type\":\"Json\"}",
            403),
    TASK_LOCAL_VARIABLE(
            Kind.VARIABLES,
            "set a variable at a task",
            "PUT",
            "/task/{task}/localVariables/sidesTaken",
            "{\"value\":\"[]\",\"type\":\"Json\"}",
            403),
    TASK_VARIABLES(
            Kind.VARIABLES,
            "change several variables through a task",
            "POST",
            "/task/{task}/variables",
            "{\"modifications\":{\"headSha\":{\"value\":\"x\"}},\"deletions\":[\"sidesTaken\"]}",
            403),
    TASK_VARIABLE_DELETED(
            Kind.VARIABLES, "delete a variable through a task", "DELETE", "/task/{task}/variables/sidesTaken", "", 403),
    INSTANCE_VARIABLE(
            Kind.VARIABLES,
            "set a variable of a change",
            "PUT",
            "/process-instance/{instance}/variables/sidesTaken",
            "{\"value\":\"[]\",\"type\":\"Json\"}",
            403),
    INSTANCE_VARIABLES(
            Kind.VARIABLES,
            "change several variables of a change",
            "POST",
            "/process-instance/{instance}/variables",
            "{\"modifications\":{\"headSha\":{\"value\":\"x\"}},\"deletions\":[\"sidesTaken\"]}",
            403),
    INSTANCE_VARIABLE_DELETED(
            Kind.VARIABLES,
            "delete a variable of a change",
            "DELETE",
            "/process-instance/{instance}/variables/sidesTaken",
            "",
            403),
    EXECUTION_VARIABLE(
            Kind.VARIABLES,
            "set a variable of an execution",
            "PUT",
            "/execution/{instance}/localVariables/sidesTaken",
            "{\"value\":\"[]\",\"type\":\"Json\"}",
            403),
    EXECUTION_VARIABLES(
            Kind.VARIABLES,
            "change several variables of an execution",
            "POST",
            "/execution/{instance}/localVariables",
            "{\"modifications\":{\"headSha\":{\"value\":\"x\"}}}",
            403),
    VARIABLES_BATCH(
            Kind.VARIABLES,
            "set variables by a batch",
            "POST",
            "/process-instance/variables-async",
            "{\"processInstanceIds\":[\"{instance}\"],\"variables\":{\"merged\":{\"value\":true}}}",
            403),

    START_IN_THE_MIDDLE(
            Kind.MOVE,
            "start a change behind the approvals",
            "POST",
            "/process-definition/key/ProdDbChange/start",
            "{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Task_OpenMergeGate\"}]}",
            403),
    START_WITH_MORE(
            Kind.MOVE,
            "start a change with the head and the approvals given",
            "POST",
            "/process-definition/key/ProdDbChange/start",
            "{\"variables\":{\"leadReviewFound\":{\"value\":true}}}",
            403),
    MODIFY(
            Kind.MOVE,
            "modify a change",
            "POST",
            "/process-instance/{instance}/modification",
            "{\"skipCustomListeners\":true,\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Task_OpenMergeGate\"}]}",
            403),
    MODIFY_LATER(
            Kind.MOVE,
            "modify a change by a batch",
            "POST",
            "/process-instance/{instance}/modification-async",
            "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Task_OpenMergeGate\"}]}",
            403),
    MODIFY_MANY(
            Kind.MOVE,
            "modify changes by their diagram",
            "POST",
            "/modification/execute",
            "{\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{instance}\"],"
                    + "\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Task_OpenMergeGate\"}]}",
            403),
    RESTART(
            Kind.MOVE,
            "restart a change behind the approvals",
            "POST",
            "/process-definition/{definition}/restart",
            "{\"processInstanceIds\":[\"{instance}\"],"
                    + "\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Task_OpenMergeGate\"}]}",
            403),
    RESTART_LATER(
            Kind.MOVE,
            "restart a change by a batch",
            "POST",
            "/process-definition/{definition}/restart-async",
            "{\"processInstanceIds\":[\"{instance}\"],"
                    + "\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Task_OpenMergeGate\"}]}",
            403),
    MIGRATE(
            Kind.MOVE,
            "migrate a change to other steps",
            "POST",
            "/migration/execute",
            "{\"migrationPlan\":{\"sourceProcessDefinitionId\":\"{definition}\",\"targetProcessDefinitionId\":\"{definition}\","
                    + "\"instructions\":[{\"sourceActivityIds\":[\"Task_ApproveAsEngineeringLead\"],"
                    + "\"targetActivityIds\":[\"Task_ApproveAsEngineeringLead\"]}]},"
                    + "\"processInstanceIds\":[\"{instance}\"]}",
            403),
    MESSAGE(
            Kind.MOVE,
            "tell a change that it is merged",
            "POST",
            "/message",
            "{\"messageName\":\"PullRequestMerged\",\"processInstanceId\":\"{instance}\","
                    + "\"processVariables\":{\"merged\":{\"value\":true}}}",
            403),
    MESSAGE_FOR_ALL(
            Kind.MOVE,
            "tell every change something",
            "POST",
            "/message",
            "{\"messageName\":\"PullRequestClosed\",\"all\":true}",
            403),
    MESSAGE_BATCH(
            Kind.MOVE,
            "tell changes something by a batch",
            "POST",
            "/process-instance/message-async",
            "{\"messageName\":\"ChangeWithdrawn\",\"processInstanceIds\":[\"{instance}\"]}",
            403),
    EXECUTION_MESSAGE(
            Kind.MOVE,
            "trigger what an execution waits for",
            "POST",
            "/execution/{instance}/messageSubscriptions/ChangeWithdrawn/trigger",
            "{\"variables\":{}}",
            403),
    SIGNAL(Kind.MOVE, "signal an execution", "POST", "/execution/{instance}/signal", "{\"variables\":{}}", 403),
    BROADCAST(Kind.MOVE, "broadcast a signal", "POST", "/signal", "{\"name\":\"anything\"}", 403),
    CONDITION(
            Kind.MOVE,
            "evaluate conditions",
            "POST",
            "/condition",
            "{\"variables\":{\"merged\":{\"value\":true}}}",
            403),
    BPMN_ERROR(
            Kind.MOVE,
            "leave a task by an error",
            "POST",
            "/task/{task}/bpmnError",
            "{\"errorCode\":\"NotApproved\",\"variables\":{\"rejected\":{\"value\":true}}}",
            403),
    ESCALATION(
            Kind.MOVE,
            "leave a task by an escalation",
            "POST",
            "/task/{task}/bpmnEscalation",
            "{\"escalationCode\":\"x\"}",
            403),
    EXTERNAL_TASK(
            Kind.MOVE,
            "fetch work as an outside worker",
            "POST",
            "/external-task/fetchAndLock",
            "{\"workerId\":\"{me}\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"x\",\"lockDuration\":1000}]}",
            403),
    SUSPEND(
            Kind.MOVE,
            "suspend a change",
            "PUT",
            "/process-instance/{instance}/suspended",
            "{\"suspended\":true}",
            403),
    DELETE(Kind.MOVE, "delete a change", "DELETE", "/process-instance/{instance}?skipCustomListeners=true", "", 403),
    DELETE_MANY(
            Kind.MOVE,
            "delete changes by a batch",
            "POST",
            "/process-instance/delete",
            "{\"processInstanceIds\":[\"{instance}\"],\"skipCustomListeners\":true}",
            403),
    DELETE_TASK(Kind.MOVE, "delete a task", "DELETE", "/task/{task}", "", 403);

    /** What an attack is after. */
    enum Kind {
        SIDE("Hold two sides of one change", HoldTwoSidesAttackTest.class),
        VARIABLES("Overwrite what a change knows", OverwriteVariablesAttackTest.class),
        MOVE("Move a change past its steps", MoveAChangeAttackTest.class);

        final String words;
        final Class<?> test;

        Kind(String words, Class<?> test) {
            this.words = words;
            this.test = test;
        }
    }

    final Kind kind;
    final String tries;
    final String method;
    final String path;
    final String body;
    final int status;

    Attack(Kind kind, String tries, String method, String path, String body, int status) {
        this.kind = kind;
        this.tries = tries;
        this.method = method;
        this.path = path;
        this.body = body;
        this.status = status;
    }

    static List<Attack> of(Kind kind) {
        return Stream.of(values()).filter(attack -> attack.kind == kind).toList();
    }

    /** The call with everything filled in. */
    Call against(org.camunda.bpm.engine.task.Task task, String definition, String me, String decide) {
        return new Call(method, fill(path, task, definition, me, decide), fill(body, task, definition, me, decide));
    }

    private static String fill(
            String text, org.camunda.bpm.engine.task.Task task, String definition, String me, String decide) {
        return text.replace("{task}", task.getId())
                .replace("{instance}", task.getProcessInstanceId())
                .replace("{definition}", definition)
                .replace("{me}", me)
                .replace("{decide}", decide);
    }

    /** One call of the engine's interface. */
    record Call(String method, String path, String body) {}
}
