package io.rakegate.process.task;

import io.rakegate.identity.Acting;
import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.process.ApprovalVariables;
import io.rakegate.process.ChangeRefs;
import io.rakegate.process.FindingStanding;
import io.rakegate.process.FindingStanding.Known;
import io.rakegate.process.RefusedActs;
import io.rakegate.process.Sides;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.process.catalogue.Variable;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequests;
import io.rakegate.pullrequest.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * "An approving GitHub review by the right person at the head SHA completes the matching approval task." A review by
 * somebody who may not take the side does not, and the sticky comment says why.
 */
@Component
class GitHubReviews {

    private static final String WAIVED = "Findings are waived, and a review cannot accept that: open the approval in"
            + " Tasklist, tick each waiver that is right, and complete it. The review itself is found then.";

    private final ChangeRefs refs;
    private final PullRequests pullRequests;
    private final People people;
    private final Sides sides;
    private final TaskService taskService;
    private final Acting acting;
    private final RefusedActs refusedActs;

    GitHubReviews(
            ChangeRefs refs,
            PullRequests pullRequests,
            People people,
            Sides sides,
            TaskService taskService,
            Acting acting,
            RefusedActs refusedActs) {
        this.refs = refs;
        this.pullRequests = pullRequests;
        this.people = people;
        this.sides = sides;
        this.taskService = taskService;
        this.acting = acting;
        this.refusedActs = refusedActs;
    }

    void accept(DelegateExecution execution) {
        Map<ApprovalVariables, Task> open = openTasks(execution);
        if (open.isEmpty()) {
            return;
        }
        PullRequest pullRequest = pullRequests.read(refs.currentOf(execution));
        if (!pullRequest.headSha().equals(ChangeVariables.HEAD_SHA.get(execution))) {
            return;
        }
        List<String> notices = new ArrayList<>();
        notices.addAll(ReviewNotices.of(pullRequest, people));
        LastWords.at(pullRequest).forEach(review -> consider(execution, review, open, notices));
        notices.addAll(ReviewCheck.stillMissing(execution, pullRequest, open.keySet()));
        ChangeVariables.REVIEW_NOTICE.set(execution, String.join("\n", notices));
    }

    private void consider(
            DelegateExecution execution, Review review, Map<ApprovalVariables, Task> open, List<String> notices) {
        Optional<Person> reviewer = people.behind(review.author());
        if (review.author().bot() || reviewer.isEmpty()) {
            return;
        }
        Map<ApprovalVariables, Task> asked = new LinkedHashMap<>(open);
        asked.forEach((approval, task) -> {
            boolean member = reviewer.get().groups().contains(groupOf(approval).get(execution));
            if (member && open.containsKey(approval) && counts(execution, review, reviewer.get(), approval, notices)) {
                decide(review, reviewer.get(), approval, task, open);
            }
        });
    }

    private boolean counts(
            DelegateExecution execution,
            Review review,
            Person reviewer,
            ApprovalVariables approval,
            List<String> notices) {
        Optional<String> refusal = sides.refusal(
                        execution, approval.task().side().orElseThrow(), reviewer)
                .or(() -> ReviewNotices.outdated(execution, review))
                .or(() -> unacceptedWaivers(execution, review));
        refusal.ifPresent(sentence -> {
            String notice = ReviewNotices.about(review, sentence);
            notices.add(notice);
            // each look finds the same review again
            if (!ChangeVariables.REVIEW_NOTICE.get(execution, "").contains(notice)) {
                keep(execution, reviewer, notice);
            }
        });
        return refusal.isEmpty();
    }

    private void keep(DelegateExecution execution, Person reviewer, String notice) {
        try (Acting.Turn turn = acting.turnOf(reviewer)) {
            refusedActs.keep(execution, notice);
        }
    }

    /** A review says nothing about waivers, so it cannot accept them. */
    private static Optional<String> unacceptedWaivers(DelegateExecution execution, Review review) {
        boolean waived = !FindingStanding.waivers(Known.in(execution)).isEmpty();
        return Optional.of(WAIVED).filter(sentence -> waived && review.state() == Review.State.APPROVED);
    }

    private void decide(
            Review review, Person reviewer, ApprovalVariables approval, Task task, Map<ApprovalVariables, Task> open) {
        open.remove(approval);
        if (review.state() != Review.State.APPROVED) {
            // the other side is no longer asked
            open.clear();
        }
        acting.as(
                reviewer,
                () -> taskService.completeWithVariablesInReturn(task.getId(), decision(approval, review), false));
    }

    private static Map<String, Object> decision(ApprovalVariables approval, Review review) {
        return review.state() == Review.State.APPROVED
                ? Map.of(
                        approval.decision().name(),
                        "approve",
                        approval.confirmsDocuments().name(),
                        true)
                : Map.of(
                        approval.decision().name(),
                        "requestChanges",
                        approval.reason().name(),
                        "Changes requested on GitHub: " + review.url());
    }

    private static Variable<String> groupOf(ApprovalVariables approval) {
        return approval.task() == UserTask.APPROVE_AS_ENGINEERING_LEAD
                ? ChangeVariables.LEADS_GROUP
                : ChangeVariables.CONSOLE_SERVICES_GROUP;
    }

    private Map<ApprovalVariables, Task> openTasks(DelegateExecution execution) {
        Map<ApprovalVariables, Task> open = new LinkedHashMap<>();
        for (ApprovalVariables approval : ApprovalVariables.both()) {
            taskService
                    .createTaskQuery()
                    .processInstanceId(execution.getProcessInstanceId())
                    .taskDefinitionKey(approval.task().id())
                    .list()
                    .forEach(task -> open.put(approval, task));
        }
        return open;
    }
}
