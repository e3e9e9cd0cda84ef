package io.rakegate.identity.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.browser.Chromium;
import io.rakegate.browser.WithChromium;
import io.rakegate.identity.Browser;
import io.rakegate.identity.MovableClock;
import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.identity.openid.ProviderTestBase;
import io.rakegate.pullrequest.GitHubUser;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The second kind of login, against a GitHub on the wire. */
@ExtendWith(OutputCaptureExtension.class)
class GitHubSignInTest extends ProviderTestBase {

    private static final String MONA = "github:583231";
    private static final GitHubUser ACCOUNT = GitHubUser.person(583231, "mona");
    private static final String ENGINE = "/engine-rest/task";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private IdentityService identity;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void monaIsInConsoleServices() {
        GITHUB.atTheKeyboard(583231, "mona");
        GITHUB.teams.put(71L, "console-services");
        GITHUB.teams.put(9999L, "bowling");
    }

    @AfterEach
    void monaIsForgotten() {
        clock.setAhead(Duration.ZERO);
        for (String kept : List.of("issuer", "issued-at", "git-hub-id", "git-hub-login")) {
            identity.deleteUserInfo(MONA, "rakegate." + kept);
        }
        identity.deleteUser(MONA);
    }

    @Test
    void whoLogsInAtGitHubIsInTasklistUnderTheAccountsNumberWithTheGroupsOfTheirTeams() {
        Browser mona = logIn();

        HttpResponse<String> who = mona.get("/camunda/api/admin/auth/user/default", "application/json");

        assertThat(Browser.json(who).path("userId").asText()).isEqualTo(MONA);
        assertThat(mona.page("/tokens").body()).contains("<span class=\"name\">Mona mona</span>");
        assertThat(people.find(MONA)).hasValue(new Person(MONA, "Mona mona", ACCOUNT, Set.of("console-services")));
        assertThat(people.behind(GitHubUser.person(583231, "renamed")))
                .map(Person::userId)
                .hasValue(MONA);
    }

    @Test
    void theWayThereHasAStateAProofKeyAndNoMoreScopesThanItNeeds() {
        String address = location(new Browser(port).page("/oauth2/authorization/github"));

        assertThat(address)
                .startsWith(
                        GITHUB.url() + "/login/oauth/authorize?response_type=code&client_id=" + FakeGitHub.CLIENT_ID)
                .contains("&scope=read:user%20read:org&state=", "&code_challenge_method=S256", "&code_challenge=")
                .contains("&redirect_uri=http://localhost:" + port + "/login/oauth2/code/github");
    }

    @Test
    void aTeamOnALaterPageCounts() {
        GITHUB.teams.clear();
        for (long id = 1000; id < 1250; id++) {
            GITHUB.teams.put(id, "team-" + id);
        }
        GITHUB.teams.put(72L, "production");

        logIn();

        assertThat(people.find(MONA).orElseThrow().groups()).containsExactly("prod-operators");
    }

    @Test
    void aTeamOfTheSameNameAndAnotherNumberGivesNoGroup() {
        GITHUB.teams.clear();
        GITHUB.teams.put(7171L, "console-services");

        logIn();

        assertThat(people.find(MONA).orElseThrow().groups()).isEmpty();
    }

    @Test
    void aTeamThatSomebodyLeftCountsForFiveMinutesAtMost() {
        Browser mona = logIn();
        GITHUB.teams.remove(71L);

        clock.setAhead(Duration.ofMinutes(4));
        int before = mona.get(ENGINE, "application/json").statusCode();
        Set<String> until = people.find(MONA).orElseThrow().groups();
        clock.setAhead(Duration.ofMinutes(6));
        int after = mona.get(ENGINE, "application/json").statusCode();

        assertThat(before).isEqualTo(200);
        assertThat(until).containsExactly("console-services");
        assertThat(after).isEqualTo(200);
        assertThat(people.find(MONA).orElseThrow().groups()).isEmpty();
    }

    @Test
    void whoLeftTheOrganisationIsLoggedOutAndInNoGroup() {
        Browser mona = logIn();
        GITHUB.memberships.clear();

        clock.setAhead(Duration.ofMinutes(6));
        int answer = mona.get(ENGINE, "application/json").statusCode();

        assertThat(answer).isEqualTo(401);
        assertThat(mona.page("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
        assertThat(people.find(MONA).orElseThrow().groups()).isEmpty();
    }

    @Test
    void whoRevokedTheTokenIsLoggedOut() {
        Browser mona = logIn();
        GITHUB.revokeEverything();

        clock.setAhead(Duration.ofMinutes(6));

        assertThat(mona.get(ENGINE, "application/json").statusCode()).isEqualTo(401);
        assertThat(mona.page("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user", "/user/memberships/orgs/acme", "/user/teams"})
    void anOutageMeanwhileLetsNobodyActAndEndsNoSession(String path) {
        Browser mona = logIn();
        GITHUB.failing.put(path, 503);

        clock.setAhead(Duration.ofMinutes(6));
        HttpResponse<String> call = mona.get(ENGINE, "application/json");
        HttpResponse<String> page = mona.page("/camunda/app/tasklist/default/");
        GITHUB.failing.clear();
        HttpResponse<String> afterwards = mona.get(ENGINE, "application/json");

        assertThat(call.statusCode()).isEqualTo(503);
        assertThat(Browser.json(call).path("detail").asText()).contains("cannot be reached", "nothing was done");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(afterwards.statusCode()).isEqualTo(200);
        assertThat(people.find(MONA).orElseThrow().groups()).containsExactly("console-services");
    }

    @ParameterizedTest
    @CsvSource({
        "access_token,502",
        "/user,500",
        "/user,200",
        "/user/memberships/orgs/acme,503",
        "/user/teams,500",
        "/user/teams,200",
        "/user/teams,301",
        "/user/teams,429"
    })
    void anOutageRefusesTheLoginAndIsNotAPersonWithoutGroups(String path, int status) {
        GITHUB.failing.put(path, status);

        HttpResponse<String> end = comeBack(new Browser(port), "authorize");

        assertThat(location(end)).endsWith("/login?unavailable");
        assertThat(people.find(MONA)).isEmpty();
    }

    @Test
    void whenTheCallsAreUsedUpTheLoginIsRefusedToo() {
        GITHUB.failing.put("/user/teams", 403);
        GITHUB.headersOfFailures.put("X-RateLimit-Remaining", "0");

        assertThat(location(comeBack(new Browser(port), "authorize"))).endsWith("/login?unavailable");
    }

    @ParameterizedTest
    @CsvSource({"/user/memberships/orgs/acme,403", "/user/teams,403", "/user/teams,404", "/user,401"})
    void whereTheOrganisationLetsRakegateSeeNothingNobodyComesIn(String path, int status) {
        GITHUB.failing.put(path, status);

        assertThat(location(comeBack(new Browser(port), "authorize"))).endsWith("/login?refused");
        assertThat(people.find(MONA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pending"})
    void whoIsNoMemberOfTheOrganisationIsNotLetIn(String state) {
        GITHUB.memberships.clear();
        if (!state.isEmpty()) {
            GITHUB.memberships.put("acme", state);
        }
        Browser browser = new Browser(port);

        HttpResponse<String> end = comeBack(browser, "authorize");

        assertThat(location(end)).endsWith("/login?outsider");
        assertThat(browser.page("/login?outsider").body()).contains("not a member of the organisation");
        assertThat(browser.get(ENGINE, "application/json").statusCode()).isEqualTo(401);
        assertThat(people.find(MONA)).isEmpty();
    }

    @Test
    void whoSaysNoAtGitHubIsBackAtTheLoginPage() {
        HttpResponse<String> end = comeBack(new Browser(port), "cancel");

        assertThat(location(end)).endsWith("/login?denied");
        assertThat(GITHUB.asked).noneMatch(call -> call.startsWith("GET "));
    }

    @Test
    void aWayBackThatSomebodyElseBeganLeadsNowhere() {
        Browser attacker = new Browser(port);
        String back = link(attacker.visit(location(attacker.page("/oauth2/authorization/github"))), "authorize");
        Browser victim = new Browser(port);
        victim.page("/oauth2/authorization/github");

        HttpResponse<String> withAnothersState = victim.visit(back);
        HttpResponse<String> withNone = victim.visit(back.replaceFirst("state=[^&]+&", ""));

        assertThat(location(withAnothersState)).endsWith("/login?unfinished");
        assertThat(location(withNone)).endsWith("/login?unfinished");
        assertThat(victim.get(ENGINE, "application/json").statusCode()).isEqualTo(401);
        assertThat(GITHUB.asked).noneMatch(call -> call.startsWith("GET "));
    }

    @Test
    void aCodeOfAnotherLoginIsOfNoUseWithoutItsProofKey() {
        Browser victim = new Browser(port);
        String theirs = link(victim.visit(location(victim.page("/oauth2/authorization/github"))), "authorize");
        Browser attacker = new Browser(port);
        String mine = link(attacker.visit(location(attacker.page("/oauth2/authorization/github"))), "authorize");
        String code = theirs.replaceFirst(".*code=", "");

        HttpResponse<String> end = attacker.visit(mine.replaceFirst("code=.*", "code=" + code));

        assertThat(location(end)).endsWith("/login?unfinished");
        assertThat(attacker.get(ENGINE, "application/json").statusCode()).isEqualTo(401);
    }

    @Test
    void anAccountThatBelongsToSomebodyElseHereIsNoSecondPerson() {
        GITHUB.atTheKeyboard(1004, "console");

        HttpResponse<String> end = comeBack(new Browser(port), "authorize");

        assertThat(location(end)).endsWith("/login?refused");
        assertThat(people.behind(GitHubUser.person(1004, "console")))
                .map(Person::userId)
                .hasValue("console");
    }

    @Test
    void noLogHasATokenOrWhatAnAddressSays(CapturedOutput output) {
        logIn();
        GITHUB.revokeEverything();
        Browser browser = new Browser(port);
        HttpResponse<String> page = browser.visit(location(browser.page("/oauth2/authorization/github")));

        browser.visit(link(page, "cancel").replaceFirst("error=[^&]+", "error=forged%0Aline"));

        assertThat(output.getAll())
                .contains("A login at a provider came to nothing (unfinished): an error with a strange name")
                .doesNotContain("gho_", FakeGitHub.CLIENT_SECRET, "forged");
    }

    @Test
    void whoLogsInAtGitHubHasNoLocalPassword() {
        logIn();

        for (String password : new String[] {"", "null", MONA}) {
            assertThat(location(new Browser(port).logIn(MONA, password))).endsWith("/login?error");
        }
    }

    @Test
    void loggingOutSaysThatTheLoginAtGitHubGoesOn() {
        Browser mona = logIn();
        String token = Browser.csrfField(mona.page("/login").body());

        HttpResponse<String> out = mona.send(mona.post("/logout")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + token)));

        assertThat(location(out)).endsWith("/login?logout&still");
        assertThat(mona.page("/login?logout&still").body()).contains("You are logged out", "still logged in");
        assertThat(mona.get(ENGINE, "application/json").statusCode()).isEqualTo(401);
    }

    @Test
    @WithChromium
    void inABrowserOnePersonLogsInAtGitHubAndOutInTasklist() throws IOException {
        ChromeDriver browser = Chromium.fresh();
        browser.get("http://localhost:" + port + "/camunda/app/tasklist/default/");
        see(browser, By.linkText("Log in with GitHub"));
        picture(browser, "login-both-kinds");
        see(browser, By.linkText("Log in with GitHub")).click();
        see(browser, By.id("cancel")).click();
        see(browser, By.cssSelector(".error"));
        picture(browser, "login-denied");
        see(browser, By.linkText("Log in with GitHub")).click();
        see(browser, By.id("authorize")).click();
        see(browser, By.cssSelector("li.account"));
        assertThat(browser.getCurrentUrl()).contains("/camunda/app/tasklist/default/");

        see(browser, By.cssSelector(".account .dropdown-toggle, li.account > a"))
                .click();
        see(browser, By.cssSelector(".logout > a, li.logout a")).click();
        see(browser, By.cssSelector(".done"));
        picture(browser, "login-logged-out-of-github");
        assertThat(browser.getCurrentUrl()).endsWith("/login?logout&still");
    }

    private Browser logIn() {
        Browser browser = new Browser(port);
        assertThat(location(comeBack(browser, "authorize"))).endsWith("/camunda/app/tasklist/");
        return browser;
    }

    /** Goes to GitHub, follows the link with this id there, and comes back to Rakegate's answer. */
    private HttpResponse<String> comeBack(Browser browser, String link) {
        HttpResponse<String> page = browser.visit(location(browser.page("/oauth2/authorization/github")));
        return browser.visit(link(page, link));
    }

    private static String link(HttpResponse<String> page, String id) {
        Matcher link = Pattern.compile("id=\"" + id + "\" href=\"([^\"]+)\"").matcher(page.body());
        assertThat(link.find()).as(page.body()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }
}
