package io.rakegate.sandbox.github.page;

import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.sandbox.github.Conversation;
import io.rakegate.sandbox.github.FakeGitHub;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.NewCommit;
import io.rakegate.sandbox.github.NewPull;
import io.rakegate.sandbox.github.Pull;
import io.rakegate.sandbox.github.Repositories;
import io.rakegate.sandbox.github.Review;
import io.rakegate.sandbox.github.SampleTask;
import io.rakegate.sandbox.github.SampleTasks;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the buttons of the pages do; each comes back to its page. */
@InSandbox
@Hidden
@Controller("sandboxGitHubButtons")
@RequestMapping("/sandbox/github")
class GitHubButtons {

    /** The request attribute that says which page a button is on. */
    static final String PAGE = GitHubButtons.class.getName() + ".page";

    private static final String PULL = "/{owner}/{repo}/pull/{number}";
    private static final String DONE = "done";

    private final FakeGitHub gitHub;
    private final Conversation conversation;
    private final Repositories repositories;
    private final SampleTasks samples;

    GitHubButtons(FakeGitHub gitHub, Conversation conversation, Repositories repositories, SampleTasks samples) {
        this.gitHub = gitHub;
        this.conversation = conversation;
        this.repositories = repositories;
        this.samples = samples;
    }

    @ModelAttribute("ref")
    PullRequestRef ref(
            HttpServletRequest request,
            @PathVariable String owner,
            @PathVariable String repo,
            @PathVariable(required = false) @Nullable Integer number) {
        if (number == null) {
            request.setAttribute(PAGE, "/sandbox/github/");
            return new PullRequestRef(owner, repo, 1);
        }
        request.setAttribute(PAGE, page(GitHubPages.ref(owner, repo, number)));
        return GitHubPages.ref(owner, repo, number);
    }

    @PostMapping("/{owner}/{repo}/pulls")
    String open(
            @PathVariable String owner,
            @PathVariable String repo,
            @RequestParam String sample,
            @RequestParam String as,
            @RequestParam String title,
            RedirectAttributes redirect) {
        SampleTask task = samples.get(sample);
        NewPull template = task.in(repositories.get(owner, repo));
        NewPull wanted = template.by(as.isBlank() ? template.author() : as)
                .titled(title.isBlank() ? template.title() : title.strip());
        Pull pull = gitHub.open(wanted);
        redirect.addFlashAttribute(DONE, "Pull request #" + pull.number() + " is open.");
        return "redirect:" + page(pull.ref());
    }

    @PostMapping(PULL + "/commits")
    String push(
            @ModelAttribute("ref") PullRequestRef ref,
            @RequestParam String as,
            @RequestParam String path,
            @RequestParam String text,
            @RequestParam String message,
            RedirectAttributes redirect) {
        String said = message.isBlank() ? "Update " + path.strip() : message;
        gitHub.push(ref, NewCommit.writing(as, said, Map.of(path.strip(), unix(text))));
        return done(ref, "The commit was pushed. Approvals of earlier commits no longer count for Rakegate.", redirect);
    }

    @PostMapping(PULL + "/update-branch")
    String updateBranch(
            @ModelAttribute("ref") PullRequestRef ref, @RequestParam String as, RedirectAttributes redirect) {
        gitHub.updateBranch(ref, as);
        return done(ref, "The base branch was merged into this one.", redirect);
    }

    @PostMapping(PULL + "/reviews")
    String review(
            @ModelAttribute("ref") PullRequestRef ref,
            @RequestParam String as,
            @RequestParam Review.State state,
            @RequestParam String body,
            RedirectAttributes redirect) {
        conversation.review(ref, as, state, unix(body));
        return done(ref, "The review of " + as + " was submitted.", redirect);
    }

    @PostMapping(PULL + "/reviews/{id}/dismiss")
    String dismiss(@ModelAttribute("ref") PullRequestRef ref, @PathVariable long id, RedirectAttributes redirect) {
        conversation.dismiss(ref, id);
        return done(ref, "The review was dismissed.", redirect);
    }

    @PostMapping(PULL + "/comments")
    String comment(
            @ModelAttribute("ref") PullRequestRef ref,
            @RequestParam String as,
            @RequestParam String body,
            RedirectAttributes redirect) {
        conversation.comment(ref, as, unix(body));
        return done(ref, "The comment was added.", redirect);
    }

    @PostMapping(PULL + "/merge")
    String merge(
            @ModelAttribute("ref") PullRequestRef ref,
            @RequestParam String as,
            @RequestParam(defaultValue = "false") boolean anyway,
            RedirectAttributes redirect) {
        gitHub.merge(ref, as, anyway);
        return done(ref, "The pull request was merged.", redirect);
    }

    @PostMapping(PULL + "/close")
    String close(@ModelAttribute("ref") PullRequestRef ref, RedirectAttributes redirect) {
        gitHub.close(ref);
        return done(ref, "The pull request was closed.", redirect);
    }

    @PostMapping(PULL + "/reopen")
    String reopen(@ModelAttribute("ref") PullRequestRef ref, RedirectAttributes redirect) {
        gitHub.reopen(ref);
        return done(ref, "The pull request is open again.", redirect);
    }

    @PostMapping(PULL + "/draft")
    String draft(@ModelAttribute("ref") PullRequestRef ref, @RequestParam boolean draft, RedirectAttributes redirect) {
        gitHub.setDraft(ref, draft);
        return done(ref, draft ? "It is a draft now." : "It is ready for review now.", redirect);
    }

    @PostMapping(PULL + "/edit")
    String edit(
            @ModelAttribute("ref") PullRequestRef ref,
            @RequestParam String title,
            @RequestParam String body,
            RedirectAttributes redirect) {
        gitHub.edit(ref, title.strip(), unix(body));
        return done(ref, "Title and description were changed.", redirect);
    }

    private static String done(PullRequestRef ref, String sentence, RedirectAttributes redirect) {
        redirect.addFlashAttribute(DONE, sentence);
        return "redirect:" + page(ref);
    }

    private static String page(PullRequestRef ref) {
        return "/sandbox/github/" + ref.repositoryName() + "/pull/" + ref.number();
    }

    // a browser sends the lines of a text area with carriage returns
    private static String unix(String text) {
        return text.replace("\r\n", "\n");
    }
}
