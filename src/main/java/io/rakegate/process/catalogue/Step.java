package io.rakegate.process.catalogue;

/** The ten steps of the process document, in its words. */
public enum Step {
    CREATE(1, "Create rake task in proper folder"),
    DOCUMENT(2, "Complete all rake task documentation"),
    TEST_LOCALLY(3, "Test rake task locally"),
    RUN_IN_DEVELOPMENT(4, "Run rake task in dev"),
    APPROVE(5, "Obtain proper PR approvals"),
    RUN_IN_STAGING(6, "Run rake task in staging"),
    SCHEDULE(7, "Schedule and announce"),
    RUN_IN_PRODUCTION(8, "Run in production"),
    VALIDATE(9, "Perform validations"),
    ANNOUNCE(10, "Announce completion");

    private final int number;
    private final String title;

    Step(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /** Its number in the document, 1 to 10. */
    public int number() {
        return number;
    }

    /** Its name, close to the document's. */
    public String title() {
        return title;
    }
}
