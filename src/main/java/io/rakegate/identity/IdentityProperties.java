package io.rakegate.identity;

import io.rakegate.pullrequest.GitHubUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people log in and who they are on GitHub.
 *
 * @param httpBasic whether the REST interfaces accept a user id and password with each request; off by default
 * @param administrator the break-glass administrator, null where {@code camunda-admin} has a member already
 * @param openId the provider at which people log in, null where all are local users
 * @param gitHub the organisation on GitHub whose members log in there, null where they do not
 * @param gitHubAccounts whose account on GitHub is whose
 * @param services programs that act in their own name, by tokens that an administrator makes for them
 * @param loginCountsFor how long ago somebody who logs in at a provider may have done so last for their own tokens to be
 *     good: without a login nobody says that they are still who they were, and in which groups
 * @param processDefinitions keys of the process definitions that people work with in Tasklist
 * @param startedByTeams keys of those among them that teams start; the others are called by these
 */
@Validated
@ConfigurationProperties("rakegate.identity")
public record IdentityProperties(
        @DefaultValue("false") boolean httpBasic,
        @Valid @Nullable Administrator administrator,
        @Valid @Nullable OpenId openId,
        @Valid @Nullable GitHubLogin gitHub,
        @DefaultValue List<@Valid GitHubAccount> gitHubAccounts,
        @DefaultValue List<@Valid Program> services,
        @DefaultValue("24h") Duration loginCountsFor,
        @DefaultValue({"ProdDbChange", "RecordEvidence"}) List<@NotBlank String> processDefinitions,
        @DefaultValue("ProdDbChange") Set<@NotBlank String> startedByTeams) {

    /**
     * The administrator who can log in when the identity provider cannot be reached. Both have no default.
     *
     * @param userId the user id, at most 64 letters, digits and {@code - _ . @ | :}
     * @param password the password, at least 12 characters and unlike the user id
     */
    public record Administrator(
            @DefaultValue("") @Pattern(regexp = LocalUser.ID) String userId,

            @DefaultValue("") @Size(min = 12, max = 200) String password) {

        public Administrator {
            if (!userId.isEmpty() && password.contains(userId)) {
                throw new IllegalArgumentException(
                        "rakegate.identity.administrator.password must not contain the user id; choose another.");
            }
        }

        /** The password stays out of logs and error pages. */
        @Override
        public String toString() {
            return "Administrator[userId=" + userId + "]";
        }
    }

    /**
     * A program that acts in its own name. It has no password.
     *
     * @param userId its user id, at most 64 letters, digits and {@code - _ . @ | :}
     * @param name what to call it
     * @param groups ids of the groups it is in
     */
    public record Program(
            @Pattern(regexp = LocalUser.ID) String userId,
            @NotBlank String name,
            @DefaultValue Set<@Pattern(regexp = LocalUser.ID) String> groups) {

        public Program {
            groups = Set.copyOf(groups);
        }
    }

    /**
     * One person's account on GitHub.
     *
     * @param userId the login's immutable id here
     * @param id GitHub's immutable account number
     * @param login the account's login name
     */
    public record GitHubAccount(
            @NotBlank String userId,
            @Positive long id,
            @NotBlank String login) {

        /** The account as the pull request room speaks of it. */
        public GitHubUser account() {
            return GitHubUser.person(id, login);
        }
    }
}
