package io.rakegate.pullrequest.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import io.rakegate.pullrequest.BranchPushed;
import io.rakegate.pullrequest.PullRequestChanged;
import io.rakegate.pullrequest.PullRequestProposed;
import io.rakegate.pullrequest.PullRequestRef;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class WebhookTest extends WebhookTestBase {

    private static final String REPOSITORY = "\"repository\": {\"full_name\": \"acme/vets-api\"}";
    private static final String PULL_REQUEST =
            "{\"pull_request\": {\"number\": 7, \"title\": \"Größe\"}, " + REPOSITORY + "}";
    private static final String TWO_PULL_REQUESTS = """
            {"check_run": {"name": "rakegate", "pull_requests": [
               {"number": 7, "url": "https://api.github.com/repos/acme/vets-api/pulls/7"},
               {"number": 8, "url": "https://api.github.com/repos/fork/vets-api/pulls/8"},
               {"number": 9, "url": "https://api.github.com/repos/Acme/Vets-API/pulls/9"}]}, %s}""".formatted(REPOSITORY);
    private static final PullRequestRef REF = new PullRequestRef("Acme", "vets-api", 7);
    private static final PullRequestChanged CHANGED = new PullRequestChanged(REF);
    private static final PullRequestProposed PROPOSED = new PullRequestProposed(REF);

    @Test
    void aPullRequestThatChangedIsReportedSpelledAsConfiguredAndMayNeedAChange() throws Exception {
        MockHttpServletResponse answer = send(delivery("pull_request", PULL_REQUEST));

        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(listener().heard).containsExactly(PROPOSED);
        assertThat(recorded()).hasSize(1);
        assertThat(counted()).isEqualTo(Map.of("received", 1.0, "recorded", 1.0));
    }

    @Test
    void aReviewIsReportedForItsPullRequest() throws Exception {
        MockHttpServletResponse answer = send(delivery("pull_request_review", PULL_REQUEST));

        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(listener().heard).containsExactly(CHANGED);
        assertThat(recorded()).hasSize(1);
        assertThat(counted()).isEqualTo(Map.of("received", 1.0, "recorded", 1.0));
    }

    @Test
    void aCommentOnAPullRequestIsReported() throws Exception {
        send(delivery("issue_comment", "{\"issue\": {\"number\": 7, \"pull_request\": {}}, " + REPOSITORY + "}"));

        assertThat(listener().heard).containsExactly(CHANGED);
    }

    @Test
    void aCommentOnAnIssueIsTakenAndLeadsToNothing() throws Exception {
        MockHttpServletResponse answer =
                send(delivery("issue_comment", "{\"issue\": {\"number\": 7}, " + REPOSITORY + "}"));

        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(listener().heard).isEmpty();
        assertThat(recorded()).hasSize(1);
    }

    @Test
    void aCheckRunIsReportedForThePullRequestsOfThisRepository() throws Exception {
        send(delivery("check_run", TWO_PULL_REQUESTS));

        assertThat(listener().heard)
                .containsExactly(CHANGED, new PullRequestChanged(new PullRequestRef("Acme", "vets-api", 9)));
    }

    @Test
    void aPushIsReportedWithItsBranch() throws Exception {
        send(delivery("push", """
                {"ref": "refs/heads/feature/x", "after": "1111111111111111111111111111111111111111", %s}""".formatted(REPOSITORY)));

        assertThat(listener().heard)
                .containsExactly(
                        new BranchPushed("Acme/vets-api", "feature/x", "1111111111111111111111111111111111111111"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ref\": \"refs/tags/v1\", \"after\": \"1111111111111111111111111111111111111111\"",
                "\"ref\": \"refs/heads/x\", \"after\": \"0000000000000000000000000000000000000000\", \"deleted\": true"
            })
    void aTagOrADeletedBranchLeadsToNothing(String what) throws Exception {
        assertThat(send(delivery("push", "{" + what + ", " + REPOSITORY + "}")).getStatus())
                .isEqualTo(202);

        assertThat(listener().heard).isEmpty();
    }

    @Test
    void aPingIsTakenEvenIfItIsAboutNoRepository() throws Exception {
        assertThat(send(delivery("ping", "{\"zen\": \"Keep it logically awesome.\"}"))
                        .getStatus())
                .isEqualTo(202);

        assertThat(recorded()).hasSize(1);
    }

    @Test
    void anUnknownEventIsIgnored() throws Exception {
        assertThat(send(delivery("star", "{\"action\": \"created\"}")).getStatus())
                .isEqualTo(204);

        assertThat(recorded()).isEmpty();
        assertThat(counted()).isEqualTo(Map.of("received", 1.0, "ignored", 1.0));
    }

    @Test
    void aRepositoryThatIsNotConfiguredIsIgnored() throws Exception {
        MockHttpServletResponse answer = send(delivery(
                "pull_request",
                "{\"pull_request\": {\"number\": 7}, \"repository\": {\"full_name\": \"acme/other\"}}"));

        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(listener().heard).isEmpty();
        assertThat(recorded()).isEmpty();
    }

    @Test
    void aRepeatedDeliveryIsAnsweredAndDoesNothing() throws Exception {
        MockHttpServletRequestBuilder delivery = delivery("pull_request", PULL_REQUEST);

        assertThat(send(delivery).getStatus()).isEqualTo(202);
        assertThat(send(delivery).getStatus()).isEqualTo(202);

        assertThat(listener().heard).containsExactly(PROPOSED);
        assertThat(recorded()).hasSize(1);
        assertThat(counted()).isEqualTo(Map.of("received", 2.0, "recorded", 1.0, "repeated", 1.0));
    }

    @Test
    void whenAListenerFailsTheDeliveryIsNotRecordedAndWorksTheNextTime() throws Exception {
        MockHttpServletRequestBuilder delivery = delivery("pull_request", PULL_REQUEST);
        listener().reaction = event -> {
            throw new IllegalStateException("the engine is down");
        };

        assertThatThrownBy(() -> send(delivery)).hasRootCauseMessage("the engine is down");

        assertThat(recorded()).isEmpty();
        assertThat(counted()).isEqualTo(Map.of("received", 1.0));
        listener().reaction = event -> {};
        assertThat(send(delivery).getStatus()).isEqualTo(202);
        assertThat(listener().heard).containsExactly(PROPOSED);
    }

    @Test
    void aDeliveryThatLosesARaceIsTakenAgainWhole() throws Exception {
        AtomicInteger lost = new AtomicInteger();
        PullRequestChanged second = new PullRequestChanged(new PullRequestRef("Acme", "vets-api", 9));
        listener().reaction = event -> {
            if (event.equals(second) && lost.incrementAndGet() <= 2) {
                listener().heard.clear();
                throw new OptimisticLockingFailureException("The change moved meanwhile.");
            }
        };

        int status = send(delivery("check_run", TWO_PULL_REQUESTS)).getStatus();

        assertThat(status).isEqualTo(202);
        assertThat(lost).hasValue(3);
        assertThat(listener().heard).containsExactly(CHANGED, second);
        assertThat(recorded()).hasSize(1);
        assertThat(counted()).isEqualTo(Map.of("received", 1.0, "recorded", 1.0));
    }

    @Test
    void aDeliveryThatLosesEveryRaceIsNotRecorded() {
        listener().reaction = event -> {
            throw new OptimisticLockingFailureException("The change moved meanwhile.");
        };

        assertThatThrownBy(() -> send(delivery("pull_request", PULL_REQUEST)))
                .hasRootCauseInstanceOf(OptimisticLockingFailureException.class);

        assertThat(recorded()).isEmpty();
    }

    @Test
    void ofTwoDeliveriesWithOneIdAtTheSameTimeOnlyOneIsHeard() throws Exception {
        MockHttpServletRequestBuilder delivery = delivery("pull_request", PULL_REQUEST);
        CountDownLatch hearing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        listener().reaction = event -> {
            hearing.countDown();
            await(goOn);
        };
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> status(delivery));
        await(hearing);

        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> status(delivery));
        untilSomebodyWaitsInTheDatabase();
        goOn.countDown();

        assertThat(List.of(first.join(), second.join())).containsExactly(202, 202);
        assertThat(listener().heard).containsExactly(PROPOSED);
    }

    @Test
    void withoutASecretEveryDeliveryIsRefused() throws Exception {
        MockHttpServletResponse answer =
                webhook("").perform(delivery("ping", "{}")).andReturn().getResponse();

        refused(
                answer,
                503,
                "Rakegate takes no deliveries, because it has no secret to tell GitHub's from others."
                        + " Set rakegate.github.webhook-secret to the secret of the webhook or App.");
    }

    @Test
    void aWrongSignatureIsRefusedWhateverTheBodyIs() throws Exception {
        for (String body : List.of(PULL_REQUEST, "not even JSON", "")) {
            MockHttpServletResponse answer =
                    send(delivery("pull_request", "something else").content(body));

            refused(
                    answer,
                    401,
                    "The header X-Hub-Signature-256 is missing or is not GitHub's signature of this body."
                            + " Set the same secret at the webhook on GitHub and in rakegate.github.webhook-secret.");
        }
        assertThat(counted()).isEqualTo(Map.of("received", 3.0, "refused", 3.0));
    }

    @Test
    void aMissingSignatureIsRefused() throws Exception {
        MockHttpServletResponse answer = send(post("/webhooks/github")
                .contentType("application/json")
                .header("X-GitHub-Event", "pull_request")
                .header("X-GitHub-Delivery", "1")
                .content(PULL_REQUEST));

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(recorded()).isEmpty();
    }

    @Test
    void anUnknownEventWithAWrongSignatureIsRefused() throws Exception {
        assertThat(send(delivery("star", "{}").content("{ }")).getStatus()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "42",
                "{",
                "{\"pull_request\": 7}",
                "{\"pull_request\": {\"number\": \"seven\"}}",
                "{\"repository\": []}"
            })
    void aBodyOfAnotherShapeIsRefused(String body) throws Exception {
        refused(
                send(delivery("pull_request", body)),
                400,
                "The body is no JSON object in UTF-8, or has parts of other types than GitHub describes for its"
                        + " events.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-32"})
    void aBodyInAnotherCharsetIsRefused(String charset) throws Exception {
        assertThat(send(delivery("pull_request", PULL_REQUEST.getBytes(Charset.forName(charset))))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void aDeeplyNestedBodyIsRefused() throws Exception {
        String nested = "{\"pull_request\": {\"number\": 7}, \"x\": " + "[".repeat(5000) + "]".repeat(5000) + "}";

        assertThat(send(delivery("pull_request", nested)).getStatus()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pull_request | {\"pull_request\": {\"number\": 7}} | repository.full_name",
                "pull_request | {\"pull_request\": {}, REPOSITORY} | pull_request.number",
                "pull_request_review | {REPOSITORY} | pull_request.number",
                "issue_comment | {REPOSITORY} | issue",
                "issue_comment | {\"issue\": {\"pull_request\": {}}, REPOSITORY} | issue.number",
                "check_run | {REPOSITORY} | check_run",
                "check_run | {\"check_run\": {}, REPOSITORY} | check_run.pull_requests",
                "check_run | {\"check_run\": {\"pull_requests\": [{\"number\": 7}]}, REPOSITORY} |"
                        + " check_run.pull_requests.url",
                "push | {REPOSITORY} | ref",
                "push | {\"ref\": \"refs/heads/x\", REPOSITORY} | after"
            })
    void aPartThatIsMissingIsNamed(String event, String body, String missing) throws Exception {
        MockHttpServletResponse answer = send(delivery(event, body.replace("REPOSITORY", REPOSITORY)));

        refused(answer, 400, "The body has no " + missing + ", which this event must have.");
    }

    @Test
    void aPullRequestThatCannotBeIsRefused() throws Exception {
        String body = "{\"pull_request\": {\"number\": 0}, " + REPOSITORY + "}";

        refused(send(delivery("pull_request", body)), 400, "There is no pull request number 0.");
    }

    @Test
    void aFormIsRefusedWithTheSettingToChange() throws Exception {
        MockHttpServletResponse answer =
                send(delivery("pull_request", "payload=%7B%7D").contentType("application/x-www-form-urlencoded"));

        refused(answer, 415, "The content type is not application/json. Choose it at the webhook on GitHub.");
    }

    @Test
    void aBodyOfMoreThan25MegabytesIsRefused() throws Exception {
        byte[] body = new byte[25 * 1024 * 1024 + 1];

        refused(
                send(delivery("pull_request", body)),
                413,
                "The body is larger than 25 MB (26214400 bytes). GitHub sends no such deliveries.");
    }

    @Test
    void aBodyOfExactly25MegabytesIsTaken() throws Exception {
        byte[] start = PULL_REQUEST.substring(0, PULL_REQUEST.length() - 1).getBytes(StandardCharsets.UTF_8);
        String filling = ", \"filling\": \"" + "x".repeat(25 * 1024 * 1024 - start.length - 16) + "\"}";

        assertThat(send(delivery("pull_request", new String(start, StandardCharsets.UTF_8) + filling))
                        .getStatus())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-GitHub-Event", "X-GitHub-Delivery"})
    void aMissingHeaderIsNamed(String header) throws Exception {
        MockHttpServletRequestBuilder delivery = delivery("ping", "{}").with(request -> {
            request.removeHeader(header);
            return request;
        });

        refused(send(delivery), 400, "The header " + header + " is missing.");
    }

    @Test
    void oldDeliveriesAreForgottenAndOthersKept() throws Exception {
        MockHttpServletRequestBuilder old = delivery("pull_request", PULL_REQUEST);
        send(old);
        bean(SetClock.class).set(NOW.plus(Duration.ofDays(1)));
        send(delivery("pull_request", PULL_REQUEST));

        bean(SetClock.class).set(NOW.plus(Duration.ofDays(30)).plusSeconds(1));

        assertThat(bean(Deliveries.class).forgetOld()).isEqualTo(1);
        assertThat(bean(Deliveries.class).forgetOld()).isZero();
        assertThat(recorded()).hasSize(1);
    }

    private static void refused(MockHttpServletResponse answer, int status, String sentence) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        JsonNode problem = FakeGitHub.node(answer.getContentAsString(StandardCharsets.UTF_8));
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).isEqualTo("Delivery not taken");
        assertThat(problem.get("detail").asText()).isEqualTo(sentence);
        assertThat(listener().heard).isEmpty();
        assertThat(recorded()).isEmpty();
    }

    private static int status(MockHttpServletRequestBuilder delivery) {
        try {
            return send(delivery).getStatus();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void untilSomebodyWaitsInTheDatabase() {
        Awaitility.await()
                .until(() -> jdbc().sql("select count(*) from pg_locks where not granted")
                                .query(Integer.class)
                                .single()
                        > 0);
    }
}
