package io.rakegate.identity.openid;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.browser.Chromium;
import io.rakegate.browser.WithChromium;
import io.rakegate.identity.Browser;
import io.rakegate.identity.MovableClock;
import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.pullrequest.GitHubUser;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

class SingleSignOnTest extends ProviderTestBase {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private IdentityService identity;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcTemplate database;

    @BeforeEach
    void adaIsInConsoleServices() {
        PROVIDER.clientAt(port);
        PROVIDER.person("ada@example.org", "ada|4711", Set.of("/console-services", "some other group"));
    }

    @AfterEach
    void adaIsForgotten() {
        clock.setAhead(Duration.ZERO);
        PROVIDER.renewAgain();
        PROVIDER.unavailable(false);
        PROVIDER.tokensLiveFor(Duration.ofMinutes(5));
        identity.deleteUserInfo("ada|4711", "rakegate.issued-at");
        identity.deleteUser("ada|4711");
        // one that a test dated ahead would end the sessions of the next
        database.update("delete from ended_login");
    }

    @Test
    void theLoginPageOffersBothProvidersAndALocalPassword() {
        assertThat(new Browser(port).page("/login").body())
                .contains("Log in with Example ID", "Log in with GitHub")
                .contains("Or with a local password");
    }

    @Test
    void whoLogsInAtTheProviderIsInTasklistUnderTheImmutableIdWithTheGroupsOfTheToken() {
        Browser ada = logIn("ada@example.org");

        HttpResponse<String> who = ada.get("/camunda/api/admin/auth/user/default", "application/json");

        assertThat(Browser.json(who).path("userId").asText()).isEqualTo("ada|4711");
        assertThat(people.find("ada|4711"))
                .hasValue(new Person(
                        "ada|4711",
                        "Ada ada|4711",
                        GitHubUser.person(4242, "ada-on-github"),
                        Set.of("console-services")));
        assertThat(people.behind(GitHubUser.person(4242, "renamed")))
                .map(Person::userId)
                .hasValue("ada|4711");
        assertThat(people.membersOf("console-services"))
                .extracting(Person::userId)
                .contains("ada|4711");
    }

    @Test
    void aGroupTakenAwayAtTheProviderIsGoneWithTheNextToken() {
        Browser ada = logIn("ada@example.org");
        PROVIDER.person("ada@example.org", "ada|4711", Set.of());

        ada.get("/engine-rest/task", "application/json");
        Set<String> before = people.find("ada|4711").orElseThrow().groups();
        PROVIDER.tokensLiveFor(Duration.ofDays(1));
        clock.setAhead(Duration.ofHours(1));
        HttpResponse<String> answer = ada.get("/engine-rest/task", "application/json");

        assertThat(before).containsExactly("console-services");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(people.find("ada|4711").orElseThrow().groups()).isEmpty();
    }

    @Test
    void whoseTokenTheProviderDoesNotRenewIsLoggedOut() {
        Browser ada = logIn("ada@example.org");
        PROVIDER.renewNothing();

        int before = ada.get("/engine-rest/task", "application/json").statusCode();
        clock.setAhead(Duration.ofHours(1));
        int after = ada.get("/engine-rest/task", "application/json").statusCode();

        assertThat(before).isEqualTo(200);
        assertThat(after).isEqualTo(401);
        assertThat(ada.page("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
    }

    @Test
    void loggingOutEndsTheLoginAtTheProviderToo() {
        Browser ada = logIn("ada@example.org");
        String token = Browser.csrfField(ada.page("/login").body());

        HttpResponse<String> out = ada.send(ada.post("/logout")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token)));
        HttpResponse<String> there = ada.visit(location(out));

        assertThat(location(out)).startsWith(PROVIDER.issuer() + "/connect/logout?id_token_hint=");
        assertThat(location(there)).isEqualTo("http://localhost:" + port + "/login?logout");
        assertThat(ada.get("/engine-rest/task", "application/json").statusCode())
                .isEqualTo(401);
    }

    @Test
    void loggingOutOfTasklistLeadsToTheProviderToo() {
        Browser ada = logIn("ada@example.org");
        ada.page("/camunda/app/tasklist/default/");

        HttpResponse<String> out =
                ada.postJson("/camunda/api/admin/auth/user/default/logout", "", "X-XSRF-TOKEN", "XSRF-TOKEN");
        HttpResponse<String> toScript = ada.get("/login", "application/json, text/plain, */*");
        HttpResponse<String> on = ada.page("/login");
        HttpResponse<String> there = ada.visit(location(on));

        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(toScript.statusCode()).isEqualTo(200);
        assertThat(location(on)).startsWith(PROVIDER.issuer() + "/connect/logout?id_token_hint=");
        assertThat(location(there)).isEqualTo("http://localhost:" + port + "/login?logout");
        assertThat(ada.page("/login?logout").body()).contains("You are logged out.");
        assertThat(ada.get("/engine-rest/task", "application/json").statusCode())
                .isEqualTo(401);
    }

    @Test
    void loggingOutAtTheProviderEndsTheSessionThereAndEverythingOfItHere() {
        Browser ada = logIn("ada@example.org");
        Browser elsewhere = logIn("ada@example.org");
        ada.page("/camunda/app/tasklist/default/");
        elsewhere.page("/camunda/app/tasklist/default/");

        PROVIDER.logOut(ada);

        for (String path : List.of(
                "/engine-rest/task",
                "/api/tokens",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/")) {
            assertThat(ada.get(path, "application/json").statusCode()).as(path).isEqualTo(401);
        }
        for (String page : List.of(
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/tokens")) {
            assertThat(location(ada.page(page))).as(page).endsWith("/login");
        }
        assertThat(elsewhere.get("/engine-rest/task", "application/json").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLogOutThatNamesThePersonEndsAllTheirSessionsButNoneThatBeginsLater() {
        Browser one = logIn("ada@example.org");
        Browser another = logIn("ada@example.org");
        String said = PROVIDER.logoutToken(Map.of("sub", "ada|4711"));

        clock.setAhead(Duration.ofSeconds(10));
        int told = tell(said).statusCode();
        clock.setAhead(Duration.ofSeconds(20));
        Browser later = logIn("ada@example.org");
        int toldAgain = tell(said).statusCode();

        assertThat(told).isEqualTo(200);
        assertThat(toldAgain).isEqualTo(200);
        assertThat(one.get("/engine-rest/task", "application/json").statusCode())
                .isEqualTo(401);
        assertThat(another.get("/engine-rest/task", "application/json").statusCode())
                .isEqualTo(401);
        assertThat(later.get("/engine-rest/task", "application/json").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLogOutThatTheProviderDidNotSayIsRefused() {
        Browser ada = logIn("ada@example.org");
        String forAnother = PROVIDER.logoutToken(Map.of("sub", "ada|4711", "aud", "another"));
        String withNonce = PROVIDER.logoutToken(Map.of("sub", "ada|4711", "nonce", "x"));
        String noEvent = PROVIDER.logoutToken(Map.of("sub", "ada|4711", "events", Map.of()));
        String ofNobody = PROVIDER.logoutToken(Map.of());
        String forged;
        try (OpenIdProvider forger = OpenIdProvider.start()) {
            forged = forger.logoutToken(Map.of("sub", "ada|4711", "iss", PROVIDER.issuer()));
        }

        for (String said : new String[] {forAnother, withNonce, noEvent, ofNobody, forged, "nonsense", ""}) {
            assertThat(tell(said).statusCode()).as(said).isEqualTo(400);
        }
        assertThat(ada.get("/engine-rest/task", "application/json").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whileTheProviderIsOutOfReachNobodyActsAndNoSessionEnds() {
        Browser ada = logIn("ada@example.org");
        String unknownKey = "eyJhbGciOiJSUzI1NiIsImtpZCI6Im5ldyJ9.e30.c2lnbmF0dXJl";
        String said = PROVIDER.logoutToken(Map.of("sub", "ada|4711"));
        PROVIDER.unavailable(true);

        clock.setAhead(Duration.ofHours(1));
        HttpResponse<String> inSession = ada.get("/engine-rest/task", "application/json");
        HttpResponse<String> byToken = bearer(unknownKey, "/engine-rest/task/count");
        HttpResponse<String> logOut = tell(said);
        PROVIDER.unavailable(false);
        PROVIDER.tokensLiveFor(Duration.ofDays(1));
        HttpResponse<String> afterwards = ada.get("/engine-rest/task", "application/json");

        assertThat(inSession.statusCode()).isEqualTo(503);
        assertThat(Browser.json(inSession).path("detail").asText()).contains("cannot be reached");
        assertThat(byToken.statusCode()).isEqualTo(503);
        assertThat(logOut.statusCode()).isEqualTo(503);
        assertThat(afterwards.statusCode()).isEqualTo(200);
    }

    @Test
    void aProviderCannotTakeOverALocalUser() {
        PROVIDER.person("mallory@example.org", "admin", Set.of("prod-operators"));

        HttpResponse<String> end = followed(new Browser(port), "mallory@example.org");

        assertThat(end.uri().getPath()).isEqualTo("/login");
        assertThat(end.uri().getQuery()).isEqualTo("refused");
        assertThat(people.find("admin").orElseThrow().groups()).containsExactly("camunda-admin");
        assertThat(identity.checkPassword("admin", "admin")).isTrue();
    }

    @Test
    void whoLogsInAtTheProviderHasNoLocalPassword() {
        logIn("ada@example.org");

        for (String password : new String[] {"", "null", "secret"}) {
            assertThat(location(new Browser(port).logIn("ada|4711", password))).endsWith("/login?error");
        }
    }

    @Test
    void aProgramCallsWithATokenMadeForRakegate() {
        String token = PROVIDER.token("robot", Set.of("team-benefits"), OpenIdProvider.AUDIENCE, Instant.now());

        HttpResponse<String> answer = bearer(token, "/engine-rest/process-definition/key/ProdDbChange/start");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aTokenForSomebodyElseOrSignedBySomebodyElseOrTooOldIsRefused() {
        String path = "/engine-rest/process-definition/key/ProdDbChange/start";
        String forOthers = PROVIDER.token("robot", Set.of("team-benefits"), "another-api", Instant.now());
        String old = PROVIDER.token(
                "robot",
                Set.of("team-benefits"),
                OpenIdProvider.AUDIENCE,
                Instant.now().minusSeconds(3600));
        String forged;
        try (OpenIdProvider another = OpenIdProvider.start()) {
            forged = another.token("robot", Set.of("team-benefits"), OpenIdProvider.AUDIENCE, Instant.now());
        }
        String unsigned = "eyJhbGciOiJub25lIn0."
                + forOthers.substring(forOthers.indexOf('.') + 1, forOthers.lastIndexOf('.')) + ".";

        for (String token : new String[] {forOthers, old, forged, unsigned, "nonsense"}) {
            HttpResponse<String> answer = bearer(token, path);
            assertThat(answer.statusCode()).as(token).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }

    @Test
    void anOlderTokenDoesNotBringAGroupBack() {
        Instant now = Instant.now();
        String older = PROVIDER.token("robot2", Set.of("team-benefits"), OpenIdProvider.AUDIENCE, now.minusSeconds(60));
        String newer = PROVIDER.token("robot2", Set.of(), OpenIdProvider.AUDIENCE, now);
        String path = "/engine-rest/process-definition/key/ProdDbChange/start";

        int withOlder = bearer(older, path).statusCode();
        int withNewer = bearer(newer, path).statusCode();
        int withOlderAgain = bearer(older, path).statusCode();

        assertThat(withOlder).isEqualTo(200);
        assertThat(withNewer).isEqualTo(404);
        assertThat(withOlderAgain).isEqualTo(404);
    }

    @Test
    void ofTwoTokensOfTheSameSecondTheOneWithFewerGroupsCounts() {
        Instant now = Instant.now();
        String more = PROVIDER.token("robot4", Set.of("team-benefits"), OpenIdProvider.AUDIENCE, now);
        String fewer = PROVIDER.token("robot4", Set.of(), OpenIdProvider.AUDIENCE, now);
        String path = "/engine-rest/process-definition/key/ProdDbChange/start";

        int withMore = bearer(more, path).statusCode();
        int withFewer = bearer(fewer, path).statusCode();
        int withMoreAgain = bearer(more, path).statusCode();

        assertThat(withMore).isEqualTo(200);
        assertThat(withFewer).isEqualTo(404);
        assertThat(withMoreAgain).isEqualTo(404);
    }

    @Test
    void aBearerTokenOpensNoPage() {
        String token = PROVIDER.token("robot3", Set.of("team-benefits"), OpenIdProvider.AUDIENCE, Instant.now());

        assertThat(bearer(token, "/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/changes", "/camunda/api/engine/engine/default/task", "/engine-rest/task", "/api/changes"})
    void aTokenWithAProofOfPossessionOpensNothing(String path) throws Exception {
        ProofOfPossession proof = new ProofOfPossession();
        Instant now = Instant.now();
        String address = "http://localhost:" + port + path;
        String token = PROVIDER.token("robot5", Set.of("team-benefits"), OpenIdProvider.AUDIENCE, now, proof.claim());

        HttpResponse<String> answer = new Browser(port)
                .send(HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "DPoP " + token)
                        .header("DPoP", proof.forReading(address, token, now)));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    @WithChromium
    void inABrowserOnePersonLogsInAtTheProviderAndOutOfBoth() {
        ChromeDriver browser = Chromium.fresh();
        String task = "#/?task=4711";
        browser.get("http://localhost:" + port + "/camunda/app/tasklist/default/" + task);
        see(browser, By.linkText("Log in with Example ID")).click();
        see(browser, By.name("username")).sendKeys("ada@example.org");
        browser.findElement(By.name("password")).sendKeys("secret");
        browser.findElement(By.cssSelector("button[type=submit]")).click();
        see(browser, By.cssSelector("li.account"));
        assertThat(browser.getCurrentUrl()).contains("/camunda/app/tasklist/default/");

        browser.get("http://localhost:" + port + "/login");
        browser.executeScript("const form = document.querySelector('form'); form.action = '/logout';"
                + " HTMLFormElement.prototype.submit.call(form)");
        see(browser, By.cssSelector(".done"));
        assertThat(browser.getCurrentUrl()).isEqualTo("http://localhost:" + port + "/login?logout");
    }

    private Browser logIn(String email) {
        Browser browser = new Browser(port);
        HttpResponse<String> end = followed(browser, email);
        assertThat(end.uri().getPath()).isEqualTo("/camunda/app/tasklist/");
        return browser;
    }

    /** Logs in at the provider and follows it back to where Rakegate leads. */
    private HttpResponse<String> followed(Browser browser, String email) {
        HttpResponse<String> form = follow(browser, browser.page("/oauth2/authorization/sso"));
        HttpResponse<String> in = browser.send(HttpRequest.newBuilder(URI.create(PROVIDER.issuer() + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + email.replace("@", "%40")
                        + "&password=secret&_csrf=" + Browser.csrfField(form.body()))));
        return follow(browser, in);
    }

    private HttpResponse<String> follow(Browser browser, HttpResponse<String> answer) {
        HttpResponse<String> last = answer;
        while (last.statusCode() == 302 && !last.uri().getPath().startsWith("/camunda")) {
            last = browser.visit(last.uri().resolve(location(last)).toString());
        }
        return last;
    }

    /** What the provider says at the place for it. */
    private HttpResponse<String> tell(String logoutToken) {
        return new Browser(port)
                .send(HttpRequest.newBuilder(
                                URI.create("http://localhost:" + port + "/logout/connect/back-channel/sso"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + logoutToken)));
    }

    private HttpResponse<String> bearer(String token, String path) {
        return new Browser(port)
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }
}
