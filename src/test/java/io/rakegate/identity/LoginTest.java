package io.rakegate.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@IdentityTest
class LoginTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/tasklist/default/", "/camunda/", "/", "/changes", "/swagger-ui/index.html"})
    void aPageWithoutLoginLeadsToTheLoginPage(String path) {
        HttpResponse<String> answer = new Browser(port).page(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/changes",
                "/api/rake-checks",
                "/engine-rest/task",
                "/engine-rest/engine",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/",
                "/actuator/env",
                "/v3/api-docs"
            })
    void anInterfaceWithoutLoginAnswersWithAProblemAndNoBrowserWindow(String path) {
        HttpResponse<String> answer = new Browser(port).get(path, "application/json");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(Browser.json(answer).path("detail").asText()).isEqualTo("Please log in.");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).doesNotContainIgnoringCase("basic"));
    }

    @Test
    void theHealthProbeIsOpen() {
        assertThat(new Browser(port).get("/actuator/health", "application/json").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theLoginPageNamesTheSandboxPeopleAndRunsNoInlineScript() {
        HttpResponse<String> page = new Browser(port).page("/login");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<td>creator2</td>", "<td>auditor</td>")
                .doesNotContain("<script>");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("script-src 'self';").doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void theSessionCookieIsKeptFromScriptsAndOtherSites() {
        HttpResponse<String> page = new Browser(port).page("/login");

        assertThat(page.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("JSESSIONID=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
    }

    @Test
    void afterLoggingInAPersonComesBackToThePageTheyAskedFor() {
        Browser browser = new Browser(port);
        browser.page("/camunda/app/cockpit/default/");

        HttpResponse<String> answer = browser.logIn("owner", "owner");

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/camunda/app/cockpit/default/"));
    }

    @Test
    void aWrongPasswordAndAnUnknownUserAreToldApartByNobody() {
        HttpResponse<String> wrong = new Browser(port).logIn("platform", "wrong");
        HttpResponse<String> unknown = new Browser(port).logIn("nobody", "wrong");

        assertThat(wrong.headers().firstValue("Location"))
                .isEqualTo(unknown.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
    }

    @Test
    void loggingInNeedsTheTokenOfThePage() {
        HttpResponse<String> answer = new Browser(port)
                .send(HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + port + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=lead&password=lead")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void tasklistKnowsWhoLoggedInAtOurDoor() {
        Browser browser = Browser.of("creator", port);

        HttpResponse<String> page = browser.page("/camunda/app/tasklist/default/");
        HttpResponse<String> who = browser.get("/camunda/api/admin/auth/user/default", "application/json");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(
                        policy -> assertThat(policy).contains("'unsafe-eval'").doesNotContain("nonce"));
        assertThat(Browser.json(who).path("userId").asText()).isEqualTo("creator");
        assertThat(Browser.json(who).path("authorizedApps").toString())
                .contains("tasklist")
                .doesNotContain("cockpit");
    }

    @Test
    void loggingOutOfTasklistEndsTheWholeSession() {
        Browser browser = Browser.of("creator", port);
        browser.page("/camunda/app/tasklist/default/");

        HttpResponse<String> out =
                browser.postJson("/camunda/api/admin/auth/user/default/logout", "", "X-XSRF-TOKEN", "XSRF-TOKEN");

        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(browser.get("/engine-rest/task", "application/json").statusCode())
                .isEqualTo(401);
        assertThat(browser.page("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
    }

    @Test
    void theLoginOfTheEnginesOwnApplicationsIsShut() {
        Browser browser = Browser.of("creator", port);

        HttpResponse<String> answer = browser.send(browser.post("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=lead&password=lead")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Browser.json(browser.get("/camunda/api/admin/auth/user/default", "application/json"))
                        .path("userId")
                        .asText())
                .isEqualTo("creator");
    }

    @Test
    void ourScriptsReadTheTokenFromACookieAndSendItInAHeader() {
        Browser browser = Browser.of("creator", port);

        HttpResponse<String> with = browser.postJson("/engine-rest/task/count", "{}");
        HttpResponse<String> without = browser.postWithoutToken("/engine-rest/task/count", "{}");

        assertThat(with.statusCode()).isEqualTo(200);
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(Browser.json(without).path("detail").asText()).contains("X-RAKEGATE-CSRF");
    }

    @Test
    void aPageThatAnotherSiteMakesTheBrowserSendNeedsATokenEvenWithRememberedCredentials() {
        HttpResponse<String> answer = new Browser(port)
                .send(HttpRequest.newBuilder(
                                java.net.URI.create("http://localhost:" + port + "/engine-rest/task/count"))
                        .header("Authorization", "Basic bGVhZDpsZWFk")
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void programsUseBasicWhereItIsSwitchedOn() {
        HttpResponse<String> right = Browser.basic(port, "POST", "/engine-rest/task/count", "lead", "lead", "{}");
        HttpResponse<String> wrong = Browser.basic(port, "POST", "/engine-rest/task/count", "console2", "no", "{}");

        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(wrong.statusCode()).isEqualTo(401);
    }

    @Test
    void onlyAnAdministratorReadsTheActuator() {
        assertThat(Browser.basic(port, "GET", "/actuator", "owner", "owner", "").statusCode())
                .isEqualTo(403);
        assertThat(Browser.basic(port, "GET", "/actuator", "admin", "admin", "").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/github", "/sandbox/github/api/v3/user", "/sandbox/slack/api/chat.postMessage"})
    void whatChecksItsCallersItselfNeedsNeitherSessionNorToken(String path) {
        HttpResponse<String> answer = new Browser(port).postWithoutToken(path, "{}");

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/admin/default/setup"
            })
    void theSetUpOfAFirstAdministratorIsShut(String path) {
        Browser browser = Browser.of("admin", port);

        HttpResponse<String> answer = browser.postJson(
                path,
                "{\"profile\":{\"id\":\"mallory\"},\"credentials\":{\"password\":\"mallory\"}}",
                "X-XSRF-TOKEN",
                "XSRF-TOKEN");

        assertThat(answer.statusCode()).isEqualTo(403);
    }
}
