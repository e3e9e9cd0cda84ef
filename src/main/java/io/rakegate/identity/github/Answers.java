package io.rakegate.identity.github;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** What is read of GitHub's answers, in its words. */
final class Answers {

    private Answers() {}

    /** Whose token it is. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record User(long id, @Nullable String login, @Nullable String name) {}

    /** A team that they are in. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Team(long id, @Nullable String slug) {}

    /** Their membership of an organisation: invited they are {@code pending}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Membership(@Nullable String state) {

        boolean isActive() {
            return "active".equals(state);
        }
    }
}
