package io.rakegate.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.rakegate.audit.AuditTestBase;
import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.EvidenceEnvironment;
import io.rakegate.evidence.PersonalDataHit;
import io.rakegate.evidence.Quarantined;
import io.rakegate.process.catalogue.Step;
import io.rakegate.process.catalogue.UserTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What people see of a change: in the list, and on its page at each stage. */
class ChangePagesTest extends AuditTestBase {

    private static final String PAGE = "/changes/acme/vets-api/7";

    @Test
    void whoeverMayAskForAChangeIsLedToWhereTheyDo() {
        started();

        assertThat(pageSeenBy("creator", "/changes")).contains("Start a change in Tasklist");
        assertThat(pageSeenBy("console", "/changes"))
                .contains("acme/vets-api#7")
                .doesNotContain("Start a change");
    }

    @Test
    void anEmptyListExplainsItselfAndLeadsToTasklist() {
        String list = pageSeenBy("creator", "/changes");

        assertThat(list)
                .contains("There is no change yet that you may see.")
                .contains("/camunda/app/tasklist/default/");
    }

    @Test
    void theListSaysWhoseTurnItIsAndNarrowsToWhatIsChosen() {
        started();

        String list = pageSeenBy("creator", "/changes");

        assertThat(list)
                .contains("href=\"/changes/acme/vets-api/7\"", "Benefits", "running")
                .contains("2 Complete all rake task documentation");
        for (String fits : new String[] {
            "state=running", "team=benefits", "step=2", "mine=true", "text=vets-api%237", "state=nonsense&page=x"
        }) {
            assertThat(pageSeenBy("creator", "/changes?" + fits)).as(fits).contains("acme/vets-api#7");
        }
        for (String misses : new String[] {
            "state=completed", "team=claims", "step=5", "step=10", "overdue=true", "text=100%25", "page=3"
        }) {
            assertThat(pageSeenBy("creator", "/changes?" + misses))
                    .as(misses)
                    .contains("No change fits what you chose.")
                    .doesNotContain("acme/vets-api#7");
        }
        assertThat(pageSeenBy("console", "/changes?mine=true")).contains("No change fits what you chose.");
    }

    @Test
    void anApproverFindsWhatWaitsForThemAmongTheirOwn() {
        started();
        prepare();

        assertThat(pageSeenBy("console", "/changes?mine=true")).contains("acme/vets-api#7");
        assertThat(pageSeenBy("operator2", "/changes?mine=true")).doesNotContain("acme/vets-api#7");
    }

    @Test
    void thePageOfANewChangeShowsItsStepAndTheAnswersReadFromThePullRequest() {
        started();

        String page = pageSeenBy("creator", PAGE);

        assertThat(page)
                .contains("aria-current=\"step\"")
                .contains("2 Answer the required questions")
                .contains("Run data:backfill_undo, which sets the flag back to null.")
                .contains("None uploaded yet.", "Nobody has decided yet.", "Not scheduled yet.")
                .containsPattern("data-present=\"[^\"]*Task_AnswerRequiredQuestions")
                .contains("asked for the change");
    }

    @Test
    void whatPeopleWriteIsTextAndNeverMarkup() {
        started();
        complete(
                "creator",
                UserTask.ANSWER_REQUIRED_QUESTIONS,
                Map.of(
                        "findingAnswers",
                        findingAnswers("explained", "<script>alert('answer')</script>"),
                        "mitigation",
                        "<img src=x onerror=alert('mitigation')> on a subset of a thousand records"));

        String page = pageSeenBy("creator", PAGE);

        assertThat(page)
                .contains("&lt;script&gt;alert(&#39;answer&#39;)&lt;/script&gt;")
                .contains("&lt;img src=x onerror=")
                .doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void anApprovalThatANewCommitWithdrewIsShownAsSuch() {
        started();
        prepare();
        reviewedOnGitHubBy("lead");
        complete(
                "lead",
                UserTask.APPROVE_AS_ENGINEERING_LEAD,
                Map.of("leadDecision", "approve", "leadConfirmsDocuments", true));
        assertThat(pageSeenBy("console", PAGE)).contains(">stands</span>");

        pushNewCommit("b".repeat(40));

        assertThat(pageSeenBy("console", PAGE))
                .contains(">withdrawn</span>", "title=\"" + SHA + "\"")
                .contains("stale: for another commit")
                .doesNotContain(">stands</span>");
    }

    @Test
    void anApprovalThatNeverCountedIsNotCalledWithdrawn() {
        started();
        prepare();
        Map<String, Object> approval = Map.of("leadDecision", "approve", "leadConfirmsDocuments", true);
        complete("lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, approval);
        reviewedOnGitHubBy("lead");
        complete("lead", UserTask.APPROVE_AS_ENGINEERING_LEAD, approval);
        complete(
                "console",
                UserTask.APPROVE_AS_CONSOLE_SERVICES,
                Map.of("consoleServicesDecision", "reject", "consoleServicesReason", "The clean-up does it already."));

        assertThat(pageSeenBy("creator", PAGE))
                .contains(">did not count: no review on GitHub<", ">rejected for good<")
                .doesNotContain(">withdrawn</span>", ">sent back<");
    }

    @Test
    void aCompletedChangeShowsEveryActWithItsPersonAndText() {
        started();
        prepare();
        approveBoth();
        finish();

        String page = pageSeenBy("creator", PAGE);

        assertThat(page)
                .contains("The change was completed in production")
                .contains("completed “5 Approve as engineering lead”", "completed “8 Run the rake task in production”")
                .contains("uploaded production evidence", "As in staging.", "operator-0f3c1a9be27d4e551")
                .contains("https://slack.example.org/archives/1")
                .contains("/api/changes/acme/vets-api/7/evidence/")
                .contains("End_Completed")
                .doesNotContain("Withdraw the change", "to come", "not done");
        assertThat(page.split("What stood before them", -1)).hasSize(3);
        assertThat(page.substring(page.indexOf("What stood before them")))
                .contains("A ghost run on a subset of one thousand records first.", "local.log");
        assertThat(page.split(">stands</span>", -1)).hasSize(3);
        assertThat(page.split(">counts</span>", -1)).hasSize(5);
        assertThat(pageSeenBy("creator", "/changes?state=completed")).contains("acme/vets-api#7");
    }

    @Test
    void evidenceThatIsAMaskedCopySaysSo() {
        started();
        personalDataIsMasked();
        prepare();

        assertThat(pageSeenBy("lead", PAGE).split("personal data masked", -1)).hasSize(3);
    }

    @Test
    void whatEvidenceShowsHasARowOfItsOwnWithItsHeader() {
        started();
        prepare();

        String page = pageSeenBy("lead", PAGE);

        for (Evidence one : recordedEvidence()) {
            String header = "shows-" + one.id();
            assertThat(page)
                    .contains("<th scope=\"row\" id=\"" + header + "\">What it shows</th>")
                    .containsPattern("<td [^>]*headers=\"" + header + "\"[^>]*><span>" + one.summary() + "</span>");
        }
    }

    @Test
    void aFalseAlarmIsShownToAllAndDecidedByAnApprover() {
        started();
        quarantined(asked(null));

        assertThat(pageSeenBy("creator", PAGE))
                .contains("waits for an approver", "line 2: social security number", "The number is an example.")
                .doesNotContain("Accept as a false alarm");
        assertThat(pageSeenBy("lead", PAGE))
                .contains("Accept as a false alarm", PAGE + "/overrides/", "name=\"_csrf\"");
    }

    @Test
    void aDecidedFalseAlarmNamesWhoWhenAndWhy() {
        started();
        quarantined(asked(new Quarantined.Decision(
                true, "lead", Instant.parse("2026-01-02T01:00:00Z"), "Nobody <b>has</b> it.", UUID.randomUUID())));

        assertThat(pageSeenBy("lead", PAGE))
                .contains("2026-01-02 01:00 UTC", "Nobody &lt;b&gt;has&lt;/b&gt; it.")
                .contains("accepted “run.log” as a false alarm", "asked to accept “run.log” (local) as a false alarm")
                .doesNotContain("Accept as a false alarm");
    }

    private static Quarantined asked(Quarantined.@Nullable Decision decision) {
        return new Quarantined(
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                REF,
                EvidenceEnvironment.LOCAL,
                SHA,
                "creator",
                Instant.parse("2026-01-02T00:00:00Z"),
                "run.log",
                "text/plain",
                10,
                "a".repeat(64),
                List.of(new PersonalDataHit("social security number", 2, 5, "***-**-****")),
                1,
                "The number is an example.",
                decision);
    }

    @Test
    void theCreatorWithdrawsOnThePage() {
        started();
        assertThat(pageSeenBy("console", PAGE)).doesNotContain("Withdraw the change");
        assertThat(pageSeenBy("creator", PAGE)).contains("Withdraw the change", "name=\"_csrf\"");

        MockHttpServletResponse refused = answerTo("creator", withdrawal("  "));
        MockHttpServletResponse done = answerTo("creator", withdrawal("Not needed <b>any</b> more."));
        runJobs();

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(done.getRedirectedUrl()).isEqualTo(PAGE);
        assertThat(pageSeenBy("creator", PAGE))
                .contains("The change has ended: withdrawn", "withdrew the change")
                .contains("Not needed &lt;b&gt;any&lt;/b&gt; more.");
    }

    @Test
    void whatWasCutShortIsNotDone() {
        started();
        prepare();

        answerTo("creator", withdrawal("Not needed any more."));
        runJobs();

        String page = pageSeenBy("creator", PAGE);
        String approvals =
                page.substring(page.indexOf(Step.APPROVE.title()), page.indexOf(Step.RUN_IN_STAGING.title()));
        String passed = page.substring(page.indexOf("data-passed=")).split("\"", 3)[1];
        assertThat(approvals).contains(">not done<").doesNotContain(">done<");
        assertThat(passed)
                .contains("Task_UploadDevelopmentEvidence")
                .doesNotContain("Task_ApproveAsEngineeringLead", "Task_ApproveAsConsoleServices");
    }

    @Test
    void somebodyElseIsRefusedWithTheReason() throws Exception {
        started();

        MockHttpServletResponse refused = answerTo("console", withdrawal("No."));
        MockHttpServletResponse forged =
                answerTo("creator", post(PAGE + "/withdrawal").param("reason", "No."));

        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(refused.getContentAsString()).contains("somebody of the requesting team");
        assertThat(forged.getStatus()).isEqualTo(403);
        assertThat(isOpen(UserTask.ANSWER_REQUIRED_QUESTIONS)).isTrue();
    }

    @Test
    void aChangeThatIsNotThereIsAPageThatSaysSo() throws Exception {
        for (String path : new String[] {PAGE, "/changes/a/b/0", "/changes/a/b/x", PAGE + "/diagram.bpmn"}) {
            MockHttpServletResponse missing = answerTo("creator", get(java.net.URI.create(path)));

            assertThat(missing.getStatus()).as(path).isEqualTo(404);
            assertThat(missing.getContentAsString()).contains("No such change", "/changes");
        }
    }

    @Test
    void theDiagramInForceIsServedAsXml() throws Exception {
        started();

        MockHttpServletResponse diagram = answerTo("creator", get(PAGE + "/diagram.bpmn"));

        assertThat(diagram.getContentType()).startsWith("application/xml");
        assertThat(diagram.getContentAsString()).contains("id=\"ProdDbChange\"");
    }

    private static MockHttpServletRequestBuilder withdrawal(String reason) {
        return post(PAGE + "/withdrawal").param("reason", reason).with(csrf());
    }

    private String pageSeenBy(String userId, String path) {
        MockHttpServletResponse response = answerTo(userId, get(java.net.URI.create(path)));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return textOf(response);
    }
}
