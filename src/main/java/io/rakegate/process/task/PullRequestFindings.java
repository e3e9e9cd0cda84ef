package io.rakegate.process.task;

import io.rakegate.policy.Answers;
import io.rakegate.policy.Finding;
import io.rakegate.policy.PolicyRules;
import io.rakegate.policy.Submission;
import io.rakegate.process.CurrentAnswers;
import io.rakegate.process.ProcessProperties;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequests;
import io.rakegate.pullrequest.RakeSource;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** All that is noticed about a change's pull request, its command and the answers as they are now. */
@Component
class PullRequestFindings {

    private final PolicyRules rules;
    private final PersonalDataFindings personalData;
    private final PullRequests pullRequests;
    private final ProcessProperties properties;

    PullRequestFindings(
            PolicyRules rules,
            PersonalDataFindings personalData,
            PullRequests pullRequests,
            ProcessProperties properties) {
        this.rules = rules;
        this.personalData = personalData;
        this.pullRequests = pullRequests;
        this.properties = properties;
    }

    List<Finding> of(DelegateExecution execution, PullRequest pullRequest) {
        Answers answers = CurrentAnswers.of(execution);
        String command = ChangeVariables.COMMAND.get(execution, "");
        List<Finding> findings = new ArrayList<>(personalData.in(pullRequest, answers));
        findings.addAll(rules.check(new Submission(pullRequest, command, answers, beside(pullRequest))));
        return findings;
    }

    /** The other rake files matter only to a pull request that has one. */
    private List<RakeSource> beside(PullRequest pullRequest) {
        return pullRequest.rakeFiles().isEmpty()
                ? List.of()
                : pullRequests.rakeFilesBeside(pullRequest, properties.rakeFolders());
    }
}
