package io.rakegate.sandbox.github.page;

import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.sandbox.github.Commit;
import io.rakegate.sandbox.github.Commits;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Outages;
import io.rakegate.sandbox.github.Refusal;
import io.rakegate.sandbox.github.Repositories;
import io.rakegate.sandbox.github.Repository;
import io.rakegate.sandbox.github.Revisions;
import io.rakegate.sandbox.github.SampleTasks;
import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pages to look at: the list, one pull request, one file. */
@InSandbox
@Hidden
@Controller("sandboxGitHubPages")
@RequestMapping("/sandbox/github")
class GitHubPages {

    private final PullViews views;
    private final Words words;
    private final SampleTasks samples;
    private final Outages outages;
    private final Repositories repositories;
    private final Revisions revisions;
    private final Commits commits;

    GitHubPages(
            PullViews views,
            Words words,
            SampleTasks samples,
            Outages outages,
            Repositories repositories,
            Revisions revisions,
            Commits commits) {
        this.views = views;
        this.words = words;
        this.samples = samples;
        this.outages = outages;
        this.repositories = repositories;
        this.revisions = revisions;
        this.commits = commits;
    }

    @ModelAttribute
    void everywhere(
            Model model,
            @Nullable Principal person,
            @RequestAttribute(name = "_csrf", required = false) @Nullable CsrfToken token) {
        if (token != null) {
            // the token may need a session, which cannot begin any more once half of a long page is sent
            token.getToken();
        }
        model.addAttribute("words", words);
        model.addAttribute("me", person == null ? "" : person.getName());
        model.addAttribute("accounts", views.people());
    }

    @GetMapping({"", "/", "/{owner}/{repo}", "/{owner}/{repo}/pulls"})
    String list(Model model) {
        model.addAttribute("lines", views.lines());
        model.addAttribute("samples", samples.all());
        outages.current().ifPresent(outage -> model.addAttribute("outage", outage));
        return "sandbox/github/list";
    }

    /** Also below it, since people copy the addresses of GitHub's tabs. */
    @GetMapping({"/{owner}/{repo}/pull/{number}", "/{owner}/{repo}/pull/{number}/{tab}"})
    String pull(@PathVariable String owner, @PathVariable String repo, @PathVariable int number, Model model) {
        model.addAttribute("view", views.of(ref(owner, repo, number)));
        return "sandbox/github/pull";
    }

    @GetMapping("/{owner}/{repo}/blob/{revision}/{*path}")
    String file(
            @PathVariable String owner,
            @PathVariable String repo,
            @PathVariable String revision,
            @PathVariable String path,
            Model model) {
        Repository repository = repositories.get(owner, repo);
        Commit commit = revisions.find(repository, revision).orElseThrow(Refusal::notFound);
        String sha = commit.tree().get(path.substring(1));
        if (sha == null) {
            throw Refusal.notFound();
        }
        model.addAttribute("repository", repository);
        model.addAttribute("commit", commit);
        model.addAttribute("path", path.substring(1));
        model.addAttribute("text", commits.text(sha));
        return "sandbox/github/file";
    }

    static PullRequestRef ref(String owner, String repo, int number) {
        if (number < 1) {
            throw Refusal.notFound();
        }
        return new PullRequestRef(owner, repo, number);
    }
}
