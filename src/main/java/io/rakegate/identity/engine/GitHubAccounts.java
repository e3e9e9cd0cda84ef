package io.rakegate.identity.engine;

import io.rakegate.identity.IdentityProperties;
import io.rakegate.pullrequest.GitHubUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whose account on GitHub is whose: as the configuration says, and for everybody else as the identity provider does. An
 * account that two people lay claim to is nobody's.
 */
@Component
class GitHubAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(GitHubAccounts.class);

    private final Map<String, GitHubUser> configured = new LinkedHashMap<>();
    private final JdbcTemplate database;

    GitHubAccounts(IdentityProperties properties, JdbcTemplate database) {
        this.database = database;
        for (IdentityProperties.GitHubAccount entry : properties.gitHubAccounts()) {
            requireNew(entry);
            configured.put(entry.userId(), entry.account());
        }
    }

    /**
     * The account of this user, null if none is known.
     *
     * @param id what the identity provider says its number is, null if it says nothing
     * @param login what the provider says it is called
     */
    @Nullable GitHubUser of(String userId, @Nullable String id, @Nullable String login) {
        GitHubUser account = configured.get(userId);
        if (account != null || id == null) {
            return account;
        }
        return GitHubUser.person(Long.parseLong(id), Objects.requireNonNullElse(login, ""));
    }

    /** The user behind an account, by its number; empty for a commit without one. */
    Optional<String> userOf(GitHubUser account) {
        if (account.id() == 0) {
            return Optional.empty();
        }
        List<String> users = database.queryForList(
                "select user_id_ from act_id_info where key_ = ? and value_ = ?",
                String.class,
                ProviderPeople.GIT_HUB_ID,
                Long.toString(account.id()));
        users.removeIf(configured::containsKey);
        configured.forEach((userId, known) -> {
            if (known.isSameAs(account)) {
                users.add(userId);
            }
        });
        if (users.size() > 1) {
            LOG.warn("The account {} on GitHub is claimed by {}; it counts as nobody's.", account.id(), users);
        }
        return users.size() == 1 ? Optional.of(users.get(0)) : Optional.empty();
    }

    private void requireNew(IdentityProperties.GitHubAccount entry) {
        boolean taken = configured.containsKey(entry.userId())
                || configured.values().stream().anyMatch(account -> account.id() == entry.id());
        if (taken) {
            throw new IllegalStateException("rakegate.identity.git-hub-accounts names the user \"" + entry.userId()
                    + "\" or the account " + entry.id() + " twice; one person has one account on GitHub.");
        }
    }
}
