package io.rakegate.process.task;

import io.rakegate.process.Openings;
import io.rakegate.process.PublicAddress;
import io.rakegate.process.TeamChoice;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequests;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says on a pull request whose change cannot start by itself why, and how somebody starts it. */
@Component
class SayHowToStart implements JavaDelegate {

    private static final String TEXT = """
            ## Production database change

            **This pull request has a production rake task, and no change has been started for it.** %s

            What to do next: somebody of the requesting team opens [Tasklist](%s), chooses *Start process* and \
            *Production database change*, and gives the link of this pull request, the team and the rake command.%s

            Until then the check `rakegate` holds the merge.
            """;
    private static final String BY_LABEL = " Or add the label of the team here: %s.";
    private static final String HOLDS = "No change has been started: Rakegate's comment says how";

    private final Openings openings;
    private final PullRequests pullRequests;
    private final TeamChoice teamChoice;
    private final PublicAddress address;

    SayHowToStart(Openings openings, PullRequests pullRequests, TeamChoice teamChoice, PublicAddress address) {
        this.openings = openings;
        this.pullRequests = pullRequests;
        this.teamChoice = teamChoice;
        this.address = address;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PullRequestRef ref = PullRequestRef.fromKey(execution.getProcessBusinessKey());
        if (openings.hasChange(ref)) {
            return;
        }
        String why = ChangeVariables.OPENING_NOTICE.get(execution);
        pullRequests.comment(
                ref, PullRequestReport.MARKER, TEXT.formatted(Markdown.cell(why), address.tasklist(), byLabel()));
        pullRequests.setMergeGate(
                ref,
                ChangeVariables.HEAD_SHA.get(execution),
                new MergeGate(MergeGate.State.PENDING, HOLDS, address.tasklist()));
    }

    private String byLabel() {
        List<String> labels = teamChoice.labels();
        return labels.isEmpty()
                ? ""
                : BY_LABEL.formatted(labels.stream()
                        .map(label -> "`" + Markdown.code(label) + "`")
                        .collect(Collectors.joining(", ")));
    }
}
