package io.rakegate.approval;

/** The four sides of a change: "Four sides, four people." */
public enum Side {
    AUTHOR("an author of this change"),
    ENGINEERING_LEAD("its engineering lead approver"),
    CONSOLE_SERVICES("its Console Services approver"),
    OPERATOR("its operator");

    private final String words;

    Side(String words) {
        this.words = words;
    }

    /** What to call whoever holds it: "you are …". */
    public String words() {
        return words;
    }
}
