package io.rakegate.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.journey.ChangeOverHttp;
import io.rakegate.journey.FreePort;
import io.rakegate.journey.Rakegate;
import io.rakegate.journey.WholeApplication;
import io.rakegate.process.catalogue.UserTask;
import io.rakegate.support.WithDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What each of the people does in Tasklist and on the pages beside it. */
@WithChromium
@WithDatabase
@WholeApplication
class JourneysInTheBrowserTest {

    private static final By PAGE = By.tagName("body");
    private static final By APPROVALS = By.cssSelector("[aria-labelledby=approvals]");

    @Autowired
    private Environment environment;

    @TempDir
    private Path folder;

    private Rakegate rakegate;

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry properties) {
        int port = FreePort.choose();
        properties.add("server.port", () -> port);
    }

    @BeforeEach
    void findTheServer() {
        rakegate = new Rakegate(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    @Test
    void theCreatorAnswersTheQuestionsAndUploadsEvidence() throws IOException {
        ChangeOverHttp change =
                new ChangeOverHttp(rakegate, 1, "bundle exec rake 'claims:backfill_regional_office[2000,live]'");
        change.start("creator").accepted();
        Path log = Files.writeString(folder.resolve("local.log"), "deployment_env=local\n120 of 120 claims filled\n");

        try (Visitor creator = Visitor.loggedIn(rakegate.base(), "creator")) {
            creator.openTask(change.taskId(UserTask.ANSWER_REQUIRED_QUESTIONS));
            creator.answerEachFinding("Explained", "Each batch has its own transaction; a second run changes nothing.");
            creator.pictureOfForm("2-answer-the-questions");
            creator.complete();

            creator.openTask(change.taskId(UserTask.UPLOAD_LOCAL_EVIDENCE));
            creator.sees(By.cssSelector("[data-part=standing]"), "no evidence yet");
            assertThat(creator.inspect("3-upload-form", "form.upload-evidence")).isEmpty();
            creator.chooseFile(log);
            creator.fill("summary", "Every claim has its office, and a second run changes none.");
            creator.choose("it shows no personal data");
            creator.pictureOfForm("3-upload-evidence");
            askAboutAFalseAlarm(creator);
            creator.chooseFile(log);
            creator.fill("summary", "Every claim has its office, and a second run changes none.");
            creator.click(By.cssSelector("[data-act=upload]"));
            creator.sees(By.cssSelector("[data-part=done]"), "Stored: local.log");
            creator.pictureOfForm("3-evidence-is-stored");
            creator.complete();
        }

        assertThat(change.taskId(UserTask.UPLOAD_DEVELOPMENT_EVIDENCE)).isNotBlank();
        assertThat(change.now().path("step").path("number").asInt()).isEqualTo(4);
    }

    /** What was typed is found, stays where it was typed, and waits for an approver with the file. */
    private static void askAboutAFalseAlarm(Visitor creator) {
        creator.fill("summary", "Every claim has its office, see ticket 123-45-6789.");
        creator.click(By.cssSelector("[data-act=upload]"));
        creator.sees(By.cssSelector("[data-problem=summary]"), "Nothing was stored");
        creator.sees(By.cssSelector("[data-part=hits]"), "typed as summary: social security number ***-**-****");
        creator.fill("falseAlarmReason", "It is the number of a ticket.");
        creator.pictureOfForm("3-false-alarm");
        creator.click(By.cssSelector("[data-act=false-alarm]"));
        creator.sees(By.cssSelector("[data-part=done]"), "An approver decides about local.log");
    }

    @Test
    void theLoginPageIsAccessible() {
        try (Visitor stranger = Visitor.stranger(rakegate.base())) {
            assertThat(stranger.inspect("login", "body")).isEmpty();
        }
    }

    @Test
    void whoCannotOpenAPageIsToldWhyAndWhereToGoOn() {
        try (Visitor creator = Visitor.loggedIn(rakegate.base(), "creator")) {
            creator.open("/camunda/app/cockpit/default/");
            creator.sees(PAGE, "You may not do this");
            creator.open("/no/such/page");
            creator.sees(PAGE, "There is no such page");
            assertThat(creator.inspect("no-such-page", "body")).isEmpty();
        }
    }

    @Test
    void cockpitAndTasklistLeadToThePageOfTheChange() {
        ChangeOverHttp change = new ChangeOverHttp(rakegate, 11, "bundle exec rake 'attachments:link_orphans[live]'");
        change.start("creator").accepted();
        String task = change.taskId(UserTask.ANSWER_REQUIRED_QUESTIONS);
        By link = By.cssSelector(".rakegate-change a[href='/changes/sandbox/vets-api/11']");

        try (Visitor creator = Visitor.loggedIn(rakegate.base(), "creator")) {
            creator.openTask(task);
            creator.click(By.xpath("//a[normalize-space(.)='Change']"));
            creator.sees(link, "sandbox/vets-api#11");
            creator.picture("tasklist-change-panel");
        }
        String instance = rakegate.get("creator", "/engine-rest/task/" + task)
                .accepted()
                .path("processInstanceId")
                .asText();
        try (Visitor auditor = Visitor.loggedIn(rakegate.base(), "auditor")) {
            auditor.open("/changes/sandbox/vets-api/11");
            auditor.sees(By.cssSelector("figure.drawn"), "");
            assertThat(auditor.inspect("running-change", "body")).isEmpty();
            auditor.open("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
            auditor.click(By.xpath("//a[normalize-space(.)='Change']"));
            auditor.sees(link, "sandbox/vets-api#11");
            auditor.picture("cockpit-change-tab");
        }
    }

    @Test
    void theLeadApprovesWithAReviewOnGitHub() {
        ChangeOverHttp change = new ChangeOverHttp(rakegate, 2, "bundle exec rake in_progress_forms:normalise_phones");
        change.prepare("creator");

        try (Visitor lead = Visitor.loggedIn(rakegate.base(), "lead")) {
            lead.openTask(change.taskId(UserTask.APPROVE_AS_ENGINEERING_LEAD));
            lead.claim();
            lead.choose("Approve this commit");
            lead.choose("all required documents are within the pull request");
            lead.pictureOfForm("5-approve-as-lead");
            lead.open("/sandbox/github/sandbox/vets-api/pull/2");
            lead.select(By.xpath("//form[.//button[@value='APPROVED']]//select"), "lead");
            lead.click(By.cssSelector("button[value=APPROVED]"));
            lead.sees(By.cssSelector(".check.APPROVED"), "approved");
            lead.picture("5-review-on-github");
        }

        change.isLeftTo(UserTask.APPROVE_AS_CONSOLE_SERVICES);
    }

    @Test
    void aNewCommitAfterTheFirstApprovalTakesItBack() {
        ChangeOverHttp change =
                new ChangeOverHttp(rakegate, 12, "bundle exec rake 'disability_forms:resubmit_failed[100]'");
        change.prepare("creator");
        change.review("lead");
        change.isLeftTo(UserTask.APPROVE_AS_CONSOLE_SERVICES);

        try (Visitor creator = Visitor.loggedIn(rakegate.base(), "creator")) {
            creator.open("/changes/sandbox/vets-api/12");
            creator.sees(APPROVALS, "stands");
            pushOneMoreCommit(creator);

            creator.openTask(change.taskId(UserTask.ANSWER_REQUIRED_QUESTIONS));
            creator.sees(PAGE, "stale: for another commit");
            creator.pictureOfForm("5-back-at-step-2-after-a-new-commit");
            creator.open("/changes/sandbox/vets-api/12");
            creator.sees(APPROVALS, "withdrawn");
            creator.picture("5-approval-withdrawn");
        }
        try (Visitor lead = Visitor.loggedIn(rakegate.base(), "lead")) {
            lead.open("/sandbox/github/sandbox/vets-api/pull/12");
            lead.sees(PAGE, "an earlier commit");
            lead.sees(By.cssSelector("aside"), "pending");
            lead.picture("5-the-gate-is-closed-again");
        }
    }

    private static void pushOneMoreCommit(Visitor creator) {
        String details = "//details[summary[contains(., 'Add a file')]]";
        creator.open("/sandbox/github/sandbox/vets-api/pull/12");
        creator.click(By.xpath(details + "/summary"));
        creator.fill(By.xpath(details + "//input[@name='path']"), "docs/resubmit_forms.md");
        creator.fill(By.xpath(details + "//textarea"), "How to see which forms were resubmitted.");
        creator.select(By.xpath(details + "//select"), "creator");
        creator.click(By.xpath(details + "//button"));
        creator.sees(PAGE, "Approvals of earlier commits no longer count");
    }

    @Test
    void theLeadIsRefusedOnAChangeOfHisOwn() {
        ChangeOverHttp change =
                new ChangeOverHttp(rakegate, 10, "bundle exec rake 'appeals:recalculate_priority[500]'");
        change.prepare("creator");

        try (Visitor lead = Visitor.loggedIn(rakegate.base(), "lead")) {
            lead.openTask(change.taskId(UserTask.APPROVE_AS_ENGINEERING_LEAD));
            lead.pressClaim();
            String refusal = lead.sees(By.cssSelector(".page-notifications"), "You are already an author");
            lead.picture("5-refused-on-his-own-change");

            assertThat(refusal).contains("four different people", "Ask somebody else of the group.");
        }

        assertThat(change.taskId(UserTask.APPROVE_AS_ENGINEERING_LEAD)).isNotBlank();
    }

    @Test
    void theOperatorReportsTheRunAndTheAuditorSeesTheFinishedChange() {
        ChangeOverHttp change = new ChangeOverHttp(rakegate, 6, "bundle exec rake 'relationships:apply[5000]'");
        change.prepare("creator");
        change.toTheRun();

        try (Visitor operator = Visitor.loggedIn(rakegate.base(), "operator")) {
            operator.openTask(change.taskId(UserTask.RUN_IN_PRODUCTION));
            reportTheRun(operator);
            operator.pictureOfForm("8-run-in-production");
            operator.complete();
        }
        change.upload(
                "creator",
                UserTask.VALIDATE_PRODUCTION_CHANGE,
                Map.of("validationOutcome", "passed", "logLookedAt", true));
        change.ends("COMPLETED");

        try (Visitor auditor = Visitor.loggedIn(rakegate.base(), "auditor")) {
            auditor.open("/changes/sandbox/vets-api/6");
            auditor.sees(PAGE, "completed in production");
            auditor.picture("10-seen-by-the-auditor");
            auditor.sees(By.cssSelector("figure.drawn"), "");
            assertThat(auditor.inspect("change", "body")).isEmpty();
            auditor.printed("change");
            auditor.open("/changes");
            assertThat(auditor.inspect("changes", "body")).isEmpty();
            auditor.printed("changes");
            auditor.open("/sandbox/slack/platform-architecture");
            auditor.sees(PAGE, "completed");
            auditor.picture("10-announced");
        }
    }

    private static void reportTheRun(Visitor operator) {
        String today = LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("MM/dd/yyyy"));
        operator.choose("Success");
        operator.enter("runSession", "operator-0f3c1a9be27d4e551");
        operator.enter("runStarted", today, "00:00");
        operator.enter("runEnded", today, "00:00");
        operator.enter("runExitStatus", "0");
        operator.enter("runRowsChanged", "2782578");
        operator.enter("runAssistedBy", "creator");
        operator.enter("runNotes", "As in staging.");
    }
}
