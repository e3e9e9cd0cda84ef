package io.rakegate.process.task;

import io.rakegate.policy.Finding;
import io.rakegate.policy.RakeFile;
import io.rakegate.process.ProcessProperties;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.RakeTaskFound;
import io.rakegate.pullrequest.ChangedFile;
import io.rakegate.pullrequest.GitHubUser;
import io.rakegate.pullrequest.Mergeability;
import io.rakegate.pullrequest.PullRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Turns what was read of a pull request into the variables of its change: facts, findings, prefilled answers, news. */
@Component
class PullRequestFacts {

    /** Findings about where the rake task is, which step 1 has to settle before any question is asked. */
    private static final Set<String> OF_STEP_ONE = Set.of("RakeTaskIsInProductionFolder", "CommandNamesARakeTask");

    private final PullRequestFindings findings;
    private final AnswersInText answersInText;
    private final ProcessProperties properties;

    PullRequestFacts(PullRequestFindings findings, AnswersInText answersInText, ProcessProperties properties) {
        this.findings = findings;
        this.answersInText = answersInText;
        this.properties = properties;
    }

    /** Step 1: everything that the rest of the process reads about the pull request. */
    void record(DelegateExecution execution, PullRequest pullRequest) {
        boolean otherAnswers = answersInText.takeOver(execution, pullRequest);
        ChangeVariables.PULL_REQUEST_NEWS.set(execution, news(execution, pullRequest, otherAnswers));
        ChangeVariables.MERGEABILITY.set(execution, mergeability(execution, pullRequest));
        ChangeVariables.PULL_REQUEST.set(execution, pullRequest.ref().key());
        ChangeVariables.PULL_REQUEST_URL.set(execution, pullRequest.url());
        ChangeVariables.PULL_REQUEST_TITLE.set(execution, pullRequest.title());
        ChangeVariables.HEAD_SHA.set(execution, pullRequest.headSha());
        ChangeVariables.HEAD_COMMITTED_AT.set(
                execution, pullRequest.headCommittedAt().toString());
        ChangeVariables.HEAD_BRANCH.set(execution, pullRequest.headBranch());
        ChangeVariables.MERGED.set(execution, pullRequest.state() == PullRequest.State.MERGED);
        ChangeVariables.AUTHORS.set(execution, authors(execution, pullRequest));
        ChangeVariables.RAKE_TASKS.set(execution, rakeTasks(pullRequest));
        List<Finding> found = findings.of(execution, pullRequest);
        FixedFindings.replace(execution, found, pullRequest.headSha());
        ChangeVariables.RAKE_TASK_IN_FOLDER.set(
                execution,
                found.stream().filter(Finding::isBlocking).noneMatch(finding -> OF_STEP_ONE.contains(finding.rule())));
    }

    /** Step 2: what the rules say of the answers as they are now; those that stand are written into the text. */
    void checkAnswers(DelegateExecution execution, PullRequest pullRequest) {
        answersInText.merge(execution, pullRequest);
        List<Finding> found = findings.of(execution, pullRequest);
        FixedFindings.replace(execution, found, pullRequest.headSha());
        answersInText.hash(execution);
        boolean blocked = found.stream().anyMatch(Finding::isBlocking);
        ChangeVariables.NOTHING_TO_FIX.set(
                execution, !blocked && UnansweredFindings.in(execution).isEmpty());
        // what blocks may be personal data, which must not be written there
        if (!blocked) {
            answersInText.writeBack(execution, pullRequest);
        }
    }

    private static String news(DelegateExecution execution, PullRequest pullRequest, boolean otherAnswers) {
        Optional<String> before = ChangeVariables.HEAD_SHA.find(execution);
        if (before.isPresent() && !before.get().equals(pullRequest.headSha())) {
            return "newCommit";
        }
        if (otherAnswers) {
            return "newAnswers";
        }
        boolean known = ChangeVariables.MERGED.get(execution, false);
        return pullRequest.state() == PullRequest.State.MERGED && !known ? "merged" : "nothing";
    }

    /** Not known yet is no news: what was known of the same commit stands until GitHub has worked it out again. */
    private static Mergeability mergeability(DelegateExecution execution, PullRequest pullRequest) {
        boolean sameCommit = ChangeVariables.HEAD_SHA
                .find(execution)
                .filter(pullRequest.headSha()::equals)
                .isPresent();
        return pullRequest.mergeability() == Mergeability.UNKNOWN && sameCommit
                ? ChangeVariables.MERGEABILITY.get(execution, Mergeability.UNKNOWN)
                : pullRequest.mergeability();
    }

    /** Every author so far, those of an earlier pull request of the same change included. */
    private static List<GitHubUser> authors(DelegateExecution execution, PullRequest pullRequest) {
        List<GitHubUser> authors = new ArrayList<>(ChangeVariables.AUTHORS.get(execution, List.of()));
        Stream.concat(Stream.of(pullRequest.author()), pullRequest.committers().stream())
                .filter(one -> authors.stream().noneMatch(one::isSameAs))
                .forEach(authors::add);
        return authors;
    }

    private List<RakeTaskFound> rakeTasks(PullRequest pullRequest) {
        return pullRequest.rakeFiles().stream().flatMap(this::tasksOf).toList();
    }

    private Stream<RakeTaskFound> tasksOf(ChangedFile file) {
        boolean inFolder = file.path().startsWith(properties.productionRakeFolder() + "/");
        return RakeFile.read(file).tasks().stream()
                .map(task -> new RakeTaskFound(task.label(), file.path(), task.line(), inFolder));
    }
}
