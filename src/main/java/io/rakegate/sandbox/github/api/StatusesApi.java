package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.Accounts;
import io.rakegate.sandbox.github.CheckRun;
import io.rakegate.sandbox.github.CheckRuns;
import io.rakegate.sandbox.github.Conversation;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Refusal;
import io.rakegate.sandbox.github.Repositories;
import io.rakegate.sandbox.github.Repository;
import io.rakegate.sandbox.github.Revisions;
import io.rakegate.sandbox.github.Status;
import io.rakegate.sandbox.github.Statuses;
import io.rakegate.sandbox.github.api.Paging.Page;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is said about commits: statuses and check runs. */
@InSandbox
@Hidden
@RestController("sandboxGitHubStatusesApi")
@RequestMapping(Wire.ROOT + "/repos/{owner}/{repo}")
class StatusesApi {

    private static final String STATUS = "Status";
    private static final String CHECK_RUN = "CheckRun";

    private final Wire wire;
    private final Paging paging;
    private final StatusJson json;
    private final Repositories repositories;
    private final Revisions revisions;
    private final Statuses statuses;
    private final CheckRuns checkRuns;
    private final Conversation conversation;
    private final Clock clock;

    StatusesApi(
            Wire wire,
            Paging paging,
            StatusJson json,
            Repositories repositories,
            Revisions revisions,
            Statuses statuses,
            CheckRuns checkRuns,
            Conversation conversation,
            Clock clock) {
        this.wire = wire;
        this.paging = paging;
        this.json = json;
        this.repositories = repositories;
        this.revisions = revisions;
        this.statuses = statuses;
        this.checkRuns = checkRuns;
        this.conversation = conversation;
        this.clock = clock;
    }

    @PostMapping("/statuses/{sha}")
    @ResponseStatus(HttpStatus.CREATED)
    JsonNode say(
            @PathVariable String owner,
            @PathVariable String repo,
            @PathVariable String sha,
            @RequestBody JsonNode request) {
        Repository repository = repositories.get(owner, repo);
        Status said = new Status(
                0,
                Objects.requireNonNullElse(Field.optional(request, STATUS, "context"), "default"),
                Field.required(request, STATUS, "state"),
                Field.optional(request, STATUS, "description"),
                Field.optional(request, STATUS, "target_url"),
                Accounts.RAKEGATE,
                clock.instant());
        return json.status(repository, sha, conversation.say(repository, sha, said));
    }

    @GetMapping({"/commits/{ref}/statuses", "/statuses/{ref}"})
    ResponseEntity<Object> list(
            @PathVariable String owner, @PathVariable String repo, @PathVariable String ref, Page page) {
        Repository repository = repositories.get(owner, repo);
        String sha = revisions.get(repository, ref).sha();
        return paging.answer(statuses.of(repository, sha), page, status -> json.status(repository, sha, status));
    }

    @GetMapping("/commits/{ref}/status")
    JsonNode combined(@PathVariable String owner, @PathVariable String repo, @PathVariable String ref) {
        Repository repository = repositories.get(owner, repo);
        String sha = revisions.get(repository, ref).sha();
        return json.combined(repository, sha, statuses.latest(repository, sha));
    }

    @GetMapping("/commits/{ref}/check-runs")
    ResponseEntity<Object> checkRuns(
            @PathVariable String owner,
            @PathVariable String repo,
            @PathVariable String ref,
            @RequestParam(name = "check_name", required = false) @Nullable String name,
            Page page) {
        Repository repository = repositories.get(owner, repo);
        List<CheckRun> runs = checkRuns
                .of(repository, revisions.get(repository, ref).sha())
                .stream()
                .filter(run -> name == null || run.name().equals(name))
                .toList();
        ObjectNode answer = wire.object().put("total_count", runs.size());
        answer.set("check_runs", wire.array(page.of(runs), run -> json.checkRun(repository, run)));
        return paging.headed(runs.size(), page).body(answer);
    }

    @PostMapping("/check-runs")
    @ResponseStatus(HttpStatus.CREATED)
    JsonNode start(@PathVariable String owner, @PathVariable String repo, @RequestBody JsonNode request) {
        Repository repository = repositories.get(owner, repo);
        String sha = Field.required(request, CHECK_RUN, "head_sha");
        String name = Field.required(request, CHECK_RUN, "name");
        Instant now = clock.instant();
        CheckRun empty = new CheckRun(0, sha, name, "queued", null, null, null, null, null, now, null);
        return json.checkRun(repository, conversation.start(repository, changed(empty, request)));
    }

    @GetMapping("/check-runs/{id}")
    JsonNode checkRun(@PathVariable String owner, @PathVariable String repo, @PathVariable long id) {
        Repository repository = repositories.get(owner, repo);
        return json.checkRun(repository, checkRuns.find(repository, id).orElseThrow(Refusal::notFound));
    }

    @PatchMapping("/check-runs/{id}")
    JsonNode update(
            @PathVariable String owner,
            @PathVariable String repo,
            @PathVariable long id,
            @RequestBody JsonNode request) {
        Repository repository = repositories.get(owner, repo);
        CheckRun before = checkRuns.find(repository, id).orElseThrow(Refusal::notFound);
        return json.checkRun(repository, conversation.update(id, changed(before, request)));
    }

    private CheckRun changed(CheckRun run, JsonNode request) {
        String conclusion = said(request, "conclusion", run.conclusion());
        String status = conclusion == null ? said(request, "status", run.status()) : "completed";
        return new CheckRun(
                run.id(),
                run.headSha(),
                Objects.requireNonNull(said(request, "name", run.name())),
                Objects.requireNonNull(status),
                conclusion,
                said(request, "details_url", run.detailsUrl()),
                said(request, "external_id", run.externalId()),
                said(request.path("output"), "title", run.title()),
                said(request.path("output"), "summary", run.summary()),
                run.startedAt(),
                conclusion == null ? null : clock.instant());
    }

    private static @Nullable String said(JsonNode request, String field, @Nullable String otherwise) {
        String value = Field.optional(request, CHECK_RUN, field);
        return value == null ? otherwise : value;
    }
}
