package io.rakegate.evidence;

import java.util.Locale;

/** Where the rake task ran when the evidence was made. */
public enum EvidenceEnvironment {
    /** Step 3: "Test rake task locally". */
    LOCAL,
    /** Step 4: "Run rake task in dev". */
    DEVELOPMENT,
    /** Step 6: "Run rake task in staging". */
    STAGING,
    /** Steps 8 and 9: the production proof. */
    PRODUCTION,
    /** The back-out of a production run. */
    BACKOUT;

    /** The name in addresses and forms, such as {@code staging}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The environment with this slug.
     *
     * @throws IllegalArgumentException naming the allowed values, if there is none
     */
    public static EvidenceEnvironment of(String slug) {
        for (EvidenceEnvironment environment : values()) {
            if (environment.slug().equals(slug)) {
                return environment;
            }
        }
        throw new IllegalArgumentException(
                "There is no environment of that name; use local, development, staging, production or backout.");
    }
}
