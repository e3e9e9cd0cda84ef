package io.rakegate.evidence.personaldata;

/** What is looked for. */
public enum PersonalDataKind {
    SSN("social security number"),
    ICN("integration control number (ICN)"),
    EDIPI("DoD identifier (EDIPI)"),
    BIRTH_DATE("date of birth"),
    EMAIL("e-mail address"),
    PHONE("phone number"),
    STREET_ADDRESS("street address"),
    NAME("name of a person"),
    CREDENTIAL("credential"),
    TOKEN("token or key");

    private final String inWords;

    PersonalDataKind(String inWords) {
        this.inWords = inWords;
    }

    /** The kind as a person reads it. */
    public String inWords() {
        return inWords;
    }
}
