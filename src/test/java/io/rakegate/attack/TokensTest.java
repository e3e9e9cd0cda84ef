package io.rakegate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.identity.Browser;
import io.rakegate.identity.openid.OpenIdProvider;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tokens reach as far as their scope and their owner, and no longer than they are wanted. */
class TokensTest extends AttackTestBase {

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private IdentityService identity;

    @ParameterizedTest
    @CsvSource({
        "READ,GET,/api/changes,200",
        "READ,GET,/engine-rest/task,200",
        "READ,POST,/engine-rest/task/x/complete,403",
        "READ,POST,/api/changes,403",
        "READ,GET,/api/tokens,403",
        "EVIDENCE,GET,/api/changes,200",
        "EVIDENCE,POST,/api/changes/sandbox/vets-api/999/evidence/local,404",
        "EVIDENCE,POST,/api/changes,403",
        "EVIDENCE,GET,/engine-rest/task,403",
        "EVIDENCE,POST,/api/changes/sandbox/vets-api/999/withdrawal,403",
        "ACT,GET,/engine-rest/task,200",
        "ACT,POST,/engine-rest/task/count,200",
        "ACT,POST,/api/tokens,403",
        "ACT,GET,/api/tokens,403",
        "ACT,GET,/camunda/api/admin/auth/user/default,401",
        "ACT,GET,/changes,302"
    })
    void aTokenIsGoodForItsScope(String scope, String method, String path, int status) {
        String token =
                make("creator", "\"scope\":\"" + scope + "\"").path("token").asText();

        HttpResponse<String> answer = with(token, method, path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void aTokenActsForItsOwnerAndIsListedWithItsLastUseAndWithoutItsText() {
        var made = make("creator", "\"scope\":\"ACT\"");
        String token = made.path("token").asText();

        HttpResponse<String> refused = with(token, "DELETE", "/engine-rest/history/process-instance/x");
        HttpResponse<String> listed = targets.api("creator", "GET", "/api/tokens", "");

        assertThat(refused.statusCode()).isBetween(400, 404);
        assertThat(listed.body()).contains(made.path("id").asText()).doesNotContain(token);
        assertThat(database.queryForObject(
                        "select last_used_at is not null from access_token where id = ?",
                        Boolean.class,
                        made.path("id").asText()))
                .isTrue();
        assertThat(database.queryForList("select secret_hash from access_token", String.class))
                .noneMatch(token::contains);
    }

    @Test
    void aRevokedAndAnExpiredTokenAreGoodForNothing() {
        var revoked = make("creator", "\"scope\":\"READ\"");
        var expired = make("creator", "\"scope\":\"READ\"");
        HttpResponse<String> byAnother = targets.api(
                "lead", "DELETE", "/api/tokens/" + revoked.path("id").asText(), "");
        HttpResponse<String> stillGood = with(revoked.path("token").asText(), "GET", "/api/changes");

        targets.api("creator", "DELETE", "/api/tokens/" + revoked.path("id").asText(), "");
        database.update(
                "update access_token set expires_at = ? where id = ?",
                Timestamp.from(Instant.EPOCH),
                expired.path("id").asText());

        assertThat(byAnother.statusCode()).isEqualTo(404);
        assertThat(stillGood.statusCode()).isEqualTo(200);
        for (var token : new String[] {
            revoked.path("token").asText(), expired.path("token").asText()
        }) {
            HttpResponse<String> answer = with(token, "GET", "/api/changes");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(Targets.sentence(answer)).contains("unknown, expired or revoked");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rakegate_",
                "rakegate_0000000000000000_x",
                "rakegate_0000000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void anInventedTokenIsTurnedAway(String token) {
        assertThat(with(token, "GET", "/engine-rest/task").statusCode()).isEqualTo(401);
    }

    @Test
    void onItsPageATokenIsShownOnceAndRevoked() {
        Browser creator = Browser.of("creator", targets.port());
        String csrf = Browser.csrfField(creator.page("/tokens").body());
        HttpResponse<String> made = form(creator, "/tokens", "name=by+page&scope=READ&days=2&_csrf=" + csrf);
        String token = made.body().replaceAll("(?s).*<code>(rakegate_[^<]+)</code>.*", "$1");
        HttpResponse<String> before = with(token, "GET", "/api/changes");

        HttpResponse<String> listed = creator.page("/tokens");
        String id = token.substring("rakegate_".length(), "rakegate_".length() + 16);
        HttpResponse<String> revoked = form(creator, "/tokens/" + id + "/revocation", "_csrf=" + csrf);

        assertThat(before.statusCode()).isEqualTo(200);
        assertThat(listed.body()).contains("by page", id).doesNotContain(token);
        assertThat(revoked.statusCode()).isEqualTo(302);
        assertThat(with(token, "GET", "/api/changes").statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> form(Browser browser, String path, String fields) {
        return browser.send(browser.post(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    @Test
    void tokensOfTheIdentityProviderAreTakenBesideOurs() {
        String theirs = PROVIDER.token("grace-1", Set.of("auditors"), OpenIdProvider.AUDIENCE, Instant.now());
        String forAnother = PROVIDER.token("grace-1", Set.of("auditors"), "something-else", Instant.now());

        assertThat(with(theirs, "GET", "/api/changes").statusCode()).isEqualTo(200);
        assertThat(with(forAnother, "GET", "/api/changes").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenOfSomebodyWhoLogsInAtAProviderRestsOnALoginOfTheLastDay() {
        String login = PROVIDER.token("grace-2", Set.of("auditors"), OpenIdProvider.AUDIENCE, Instant.now());
        String token = Browser.json(
                        with(login, "POST", "/api/tokens", "{\"name\":\"script\",\"scope\":\"READ\",\"days\":30}"))
                .path("token")
                .asText();

        int fresh = with(token, "GET", "/api/changes").statusCode();
        identity.setUserInfo(
                "grace-2",
                "rakegate.issued-at",
                Long.toString(Instant.now().minus(Duration.ofHours(25)).toEpochMilli()));
        HttpResponse<String> stale = with(token, "GET", "/api/changes");
        with(login, "GET", "/api/changes");
        int again = with(token, "GET", "/api/changes").statusCode();

        assertThat(fresh).isEqualTo(200);
        assertThat(stale.statusCode()).isEqualTo(401);
        assertThat(Targets.sentence(stale)).contains("has not logged in for a while");
        assertThat(again).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"creator,ci,403", "creator,lead,403", "admin,lead,403", "admin,nobody,403", "admin,ci,201"})
    void onlyAnAdministratorMakesATokenForAServiceAndNobodyForAPerson(String maker, String owner, int status) {
        HttpResponse<String> answer = targets.api(
                maker,
                "POST",
                "/api/tokens",
                "{\"name\":\"x\",\"scope\":\"READ\",\"days\":1,\"owner\":\"" + owner + "\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void aServiceActsByItsTokenInItsGroupsAndHasNoPassword() {
        String token = Browser.json(targets.api(
                        "admin",
                        "POST",
                        "/api/tokens",
                        "{\"name\":\"nightly\",\"scope\":\"READ\",\"days\":30,\"owner\":\"ci\"}"))
                .path("token")
                .asText();

        assertThat(with(token, "GET", "/api/changes").statusCode()).isEqualTo(200);
        assertThat(Browser.basic(targets.port(), "GET", "/api/changes", "ci", "ci", "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Browser.basic(targets.port(), "GET", "/api/changes", "ci", "", "")
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"x\",\"scope\":\"ALL\",\"days\":1}",
                "{\"name\":\"\",\"scope\":\"READ\",\"days\":1}",
                "{\"name\":\"x\",\"scope\":\"READ\",\"days\":366}",
                "{\"name\":\"x\",\"scope\":\"READ\"}",
                "{\"name\":\"x\",\"days\":1}"
            })
    void aTokenNeedsANameAScopeAndAnEnd(String body) {
        assertThat(targets.api("creator", "POST", "/api/tokens", body).statusCode())
                .isEqualTo(400);
    }

    private com.fasterxml.jackson.databind.JsonNode make(String person, String more) {
        HttpResponse<String> made =
                targets.api(person, "POST", "/api/tokens", "{\"name\":\"test\",\"days\":7," + more + "}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Browser.json(made);
    }

    private HttpResponse<String> with(String token, String method, String path) {
        return with(token, method, path, path.contains("/evidence/") ? "--x--\r\n" : "{}");
    }

    private HttpResponse<String> with(String token, String method, String path, String body) {
        return new Browser(targets.port())
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + targets.port() + path))
                        .header("Authorization", "Bearer " + token)
                        .header(
                                "Content-Type",
                                path.contains("/evidence/") ? "multipart/form-data; boundary=x" : "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }
}
