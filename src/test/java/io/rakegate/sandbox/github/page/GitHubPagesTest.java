package io.rakegate.sandbox.github.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.sandbox.github.Comments;
import io.rakegate.sandbox.github.Conversation;
import io.rakegate.sandbox.github.FakeGitHub;
import io.rakegate.sandbox.github.NewCommit;
import io.rakegate.sandbox.github.NewPull;
import io.rakegate.sandbox.github.OnSandboxGitHub;
import io.rakegate.sandbox.github.Pull;
import io.rakegate.sandbox.github.Pulls;
import io.rakegate.sandbox.github.Review;
import io.rakegate.sandbox.github.Reviews;
import io.rakegate.sandbox.github.SampleTask;
import io.rakegate.sandbox.github.SampleTasks;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnSandboxGitHub
class GitHubPagesTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @LocalServerPort
    private int port;

    @Autowired
    private FakeGitHub gitHub;

    @Autowired
    private Conversation conversation;

    @Autowired
    private Pulls pulls;

    @Autowired
    private Comments comments;

    @Autowired
    private Reviews reviews;

    @Autowired
    private SampleTasks samples;

    @Test
    void withoutALoginNothingIsShown() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(page("/")).build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isIn(302, 401);
    }

    @Test
    void theListShowsEverySampleAndWhatItIsFor() throws Exception {
        String list = get("/").body();

        assertThat(samples.all()).hasSizeGreaterThanOrEqualTo(12);
        for (SampleTask sample : samples.all()) {
            assertThat(list).contains(escaped(sample.title())).contains(escaped(sample.trait()));
        }
    }

    @Test
    void whatPeopleWroteIsShownAsText() throws Exception {
        PullRequestRef ref = opened("<i>title</i>", "puts '<script>alert(1)</script>'\n");
        conversation.comment(ref, "lead", "<!-- hidden --><script>alert(2)</script>\n\n**bold**");

        String page = get(path(ref)).body();

        assertThat(page)
                .contains("&lt;i&gt;title&lt;/i&gt;")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("<strong>bold</strong>")
                .doesNotContain("<script")
                .doesNotContain("hidden -->");
    }

    @Test
    void everyButtonDoesWhatItSays() throws Exception {
        PullRequestRef ref = opened("Buttons", "task :a\n");
        String before = pulls.get(ref).headSha();

        press(
                ref,
                "/commits",
                Map.of("as", "creator", "path", "rakelib/prod/page.rake", "text", "task :b\r\n", "message", ""));
        press(ref, "/comments", Map.of("as", "console", "body", "one\r\ntwo"));
        press(ref, "/reviews", Map.of("as", "lead", "state", "APPROVED", "body", ""));
        press(ref, "/reviews", Map.of("as", "console", "state", "CHANGES_REQUESTED", "body", "No"));
        press(ref, "/edit", Map.of("title", "Other", "body", "New\r\ntext"));
        press(ref, "/draft", Map.of("draft", "true"));
        press(ref, "/draft", Map.of("draft", "false"));
        press(ref, "/close", Map.of());
        press(ref, "/reopen", Map.of());

        Pull pull = pulls.get(ref);
        assertThat(pull.headSha()).isNotEqualTo(before);
        assertThat(pull.title()).isEqualTo("Other");
        assertThat(pull.body()).isEqualTo("New\ntext");
        assertThat(pull.stateWord()).isEqualTo("open");
        assertThat(comments.of(pull)).extracting(comment -> comment.body()).containsExactly("one\ntwo");
        assertThat(reviews.of(pull))
                .extracting(Review::state)
                .containsExactly(Review.State.APPROVED, Review.State.CHANGES_REQUESTED);
        long refused = reviews.of(pull).get(1).id();
        press(ref, "/reviews/" + refused + "/dismiss", Map.of());
        assertThat(reviews.of(pull)).extracting(Review::state).endsWith(Review.State.DISMISSED);
    }

    @Test
    void aMergeIsRefusedWhileTheGateIsNotGreenUnlessItIsWantedAnyway() throws Exception {
        PullRequestRef ref = opened("Merge", "task :merge\n");

        String refused = press(ref, "/merge", Map.of("as", "lead")).body();
        assertThat(refused).contains("Required status check &quot;rakegate&quot; is expected.");
        assertThat(pulls.get(ref).merged()).isFalse();

        String merged =
                press(ref, "/merge", Map.of("as", "lead", "anyway", "true")).body();
        assertThat(merged).contains("It was merged.");
        assertThat(pulls.get(ref).merged()).isTrue();
    }

    @Test
    void aSampleTaskIsOpenedBySomebodyElse() throws Exception {
        String slug = samples.all().get(0).slug();
        Map<String, String> form = Map.of("sample", slug, "as", "creator2", "title", "Again");

        String page = submit("/", "/sandbox/vets-api/pulls", form).body();

        assertThat(page).contains("is open.").contains("Again").contains("<strong>creator2</strong>");
    }

    @Test
    void aFormWithoutItsTokenIsTurnedAway() throws Exception {
        PullRequestRef ref = opened("No token", "task :a\n");

        HttpResponse<String> answer = send(page(path(ref) + "/close"), "");

        assertThat(answer.statusCode()).isIn(401, 403);
        assertThat(pulls.get(ref).open()).isTrue();
    }

    @Test
    void aPageThatIsNotThereSaysSo() throws Exception {
        for (String path : List.of(
                "/sandbox/vets-api/pull/9999", "/sandbox/vets-api/pull/abc", "/sandbox/vets-api/blob/master/none")) {
            HttpResponse<String> answer = get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("There is nothing here");
        }
    }

    @Test
    void aFileIsShownWithLinesThatCanBeLinkedTo() throws Exception {
        String page = get("/sandbox/vets-api/blob/master/rakelib/prod/form_submissions.rake")
                .body();

        assertThat(page).contains("<li id=\"L3\">namespace :form_submissions do</li>");
    }

    private HttpResponse<String> press(PullRequestRef ref, String button, Map<String, String> form)
            throws IOException, InterruptedException {
        return submit(path(ref), path(ref) + button, form);
    }

    private HttpResponse<String> submit(String from, String to, Map<String, String> form)
            throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(from).body());
        assertThat(token.find()).as("the page has a form with a token").isTrue();
        Map<String, String> fields = new LinkedHashMap<>(form);
        fields.put("_csrf", token.group(1));
        HttpResponse<String> answer = send(page(to), encoded(fields));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(asCreator(page(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(URI address, String form) throws IOException, InterruptedException {
        HttpRequest request = asCreator(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private static HttpRequest.Builder asCreator(URI address) {
        String credentials = Base64.getEncoder().encodeToString("creator:creator".getBytes(UTF_8));
        return HttpRequest.newBuilder(address).header("Authorization", "Basic " + credentials);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(Objects.requireNonNull(field.getValue()), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;");
    }

    private static String path(PullRequestRef ref) {
        return "/" + ref.repositoryName() + "/pull/" + ref.number();
    }

    private URI page(String path) {
        return URI.create("http://127.0.0.1:" + port + "/sandbox/github" + path);
    }

    private PullRequestRef opened(String title, String text) {
        NewCommit commit = NewCommit.writing("creator", "Add", Map.of("rakelib/prod/page.rake", text));
        return gitHub.open(new NewPull(
                        "sandbox", "vets-api", title, "body", "creator", "page", false, List.of(), List.of(commit)))
                .ref();
    }
}
