package io.rakegate.process;

import io.rakegate.pullrequest.OpenPullRequest;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestUnreadable;
import io.rakegate.pullrequest.PullRequests;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks at the open pull requests of the configured repositories from time to time: a first delivery that was lost, or
 * came while nobody was there to take it, opens its change later. One list for a repository, and one for each pull
 * request that was updated since; what touches the production folder is proposed as a delivery would have.
 */
@Component
class OverlookedPullRequests {

    private static final Logger LOG = LoggerFactory.getLogger(OverlookedPullRequests.class);

    /** So that a look ends soon on the day a repository is new, and what it has seen is kept. */
    private static final int MOST_IN_ONE_LOOK = 50;

    private final PullRequests pullRequests;
    private final Openings openings;
    private final RunningChanges runningChanges;
    private final LooksAtPullRequests looks;
    private final ProcessProperties properties;
    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;

    OverlookedPullRequests(
            PullRequests pullRequests,
            Openings openings,
            RunningChanges runningChanges,
            LooksAtPullRequests looks,
            ProcessProperties properties,
            JdbcTemplate jdbc,
            TransactionOperations transactions) {
        this.pullRequests = pullRequests;
        this.openings = openings;
        this.runningChanges = runningChanges;
        this.looks = looks;
        this.properties = properties;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Looks at every repository that no other node is looking at; one that cannot be read keeps none from the others. */
    void look() {
        pullRequests.repositories().forEach(this::look);
    }

    private void look(String repositoryName) {
        try {
            transactions.executeWithoutResult(status -> {
                if (isMine(repositoryName)) {
                    lookAlone(repositoryName);
                }
            });
        } catch (PullRequestsUnavailable | PullRequestUnreadable failed) {
            LOG.warn("The open pull requests of {} could not be looked at: {}", repositoryName, failed.getMessage());
        }
    }

    /** The others find the lock taken and leave it; it ends with the transaction, or with the node. */
    private boolean isMine(String repositoryName) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                Boolean.class,
                "rakegate:look:" + repositoryName));
    }

    /** All that is asked of GitHub comes first; then everything is written at once. */
    private void lookAlone(String repositoryName) {
        List<OpenPullRequest> open = pullRequests.open(repositoryName);
        List<OpenPullRequest> updated = looks.notSeen(repositoryName, open).stream()
                .limit(MOST_IN_ONE_LOOK)
                .toList();
        List<OpenPullRequest> lookedAt = new ArrayList<>();
        List<PullRequestRef> proposed = new ArrayList<>();
        for (OpenPullRequest one : updated) {
            try {
                if (mayNeedAChange(one.ref())) {
                    proposed.add(one.ref());
                }
                lookedAt.add(one);
            } catch (PullRequestUnreadable notForUs) {
                LOG.warn("{} could not be looked at, and is next time: {}", one.ref(), notForUs.getMessage());
            }
        }
        proposed.forEach(openings::proposed);
        looks.seen(repositoryName, open, lookedAt);
    }

    private boolean mayNeedAChange(PullRequestRef ref) {
        return runningChanges.find(ref).isEmpty()
                && pullRequests.changedPaths(ref).stream().anyMatch(this::isProductionRakeFile);
    }

    private boolean isProductionRakeFile(String path) {
        return path.endsWith(".rake") && path.startsWith(properties.productionRakeFolder() + "/");
    }
}
