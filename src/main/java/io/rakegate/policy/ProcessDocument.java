package io.rakegate.policy;

/** The sentences of the process document that rules come from, word for word. */
public final class ProcessDocument {

    public static final String RAKE_TASKS =
            "Any script based modifications which need to be made to the postgres server"
                    + " MUST be written as rake tasks to ensure that any unique rails data handling is correctly utilized when"
                    + " making changes to the data that rails interacts with.";
    public static final String ALL_DOCUMENTS = "All required documents are included in the PR prior to approval,"
            + " approving authority confirms all documents (except prod change proof) are within the PR.";
    public static final String PRODUCTION_FOLDER = "Rake task created within the vets-api repo in the"
            + " [production rake task folder]"
            + "(https://github.com/department-of-veterans-affairs/vets-api/tree/master/rakelib/prod) as a PR";
    public static final String IDEMPOTENT_AND_TRANSACTIONAL = "Ensure your rake task is Idempotent and transactional";
    public static final String IDEMPOTENT =
            "Idempotent: Ensure we are able to run them over and over again and get to the same end state";
    public static final String TRANSACTIONAL =
            "Transactional: If it fails, the transaction is rolled back and no damage is done";
    public static final String MUST_ANSWER = "Must answer the following in PR:";
    public static final String WHAT_COULD_HAPPEN = "What could happen if this script does not go as expected?";
    public static final String MITIGATION = "What mitigating tasks will you perform to reduce the risk?";
    public static final String SMALLER_SUBSET = "running a smaller subset of the larger task and validating results";
    public static final String GHOST_RUN = "ghost run the task so that any changes aren’t applied but can be validated";
    public static final String BACKOUT_PLAN = "What is your backout plan?";
    public static final String BACKOUT_COMMANDS = "Link to rake tasks, scripts, or add commands to reverse changes";
    public static final String LOG_POINTER =
            "Pointer to where in the logs the changes can be retrieved for audit purposes";
    public static final String LOWER_ENVIRONMENT =
            "Produce test results from a lower environment version of the rake task being run";
    public static final String SPECS = "specs for rake tasks (optional)";
    public static final String CREATE_IN_FOLDER = "Create Rake task in proper folder";
    public static final String COMPLETE_DOCUMENTATION =
            "Complete all rake task documentation such as answering required questions";
    public static final String PROOF_OF_OUTPUT = "Document results of tests with proof of data output in PR";
    public static final String OBTAIN_APPROVALS = "Obtain proper PR approvals";
    public static final String RUN_IN_PRODUCTION = "Devops engineer assigned to task logs into production SSM vets-api"
            + " instance, runs rake task with assistance from creator of the task";

    private ProcessDocument() {}
}
