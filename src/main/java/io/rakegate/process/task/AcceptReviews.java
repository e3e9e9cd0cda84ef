package io.rakegate.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Approve where you already are": reviews given on GitHub complete the matching approval tasks. */
@Component
class AcceptReviews implements JavaDelegate {

    private final GitHubReviews gitHubReviews;

    AcceptReviews(GitHubReviews gitHubReviews) {
        this.gitHubReviews = gitHubReviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        gitHubReviews.accept(execution);
    }
}
