package io.rakegate.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the door adds to answers, and what it does not take. */
@IdentityTest
class HttpDoorTest {

    private static final int MEGABYTE = 1 << 20;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/no-such-page",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/app/welcome/default/",
                "/camunda/api/engine/engine/",
                "/camunda/assets/vendor/normalize.css",
                "/engine-rest/task",
                "/v3/api-docs"
            })
    void everyAnswerCarriesTheHeadersOnce(String path) {
        HttpResponse<String> answer = Browser.of("admin", port).page(path);

        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(answer.headers().allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(answer.headers().allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(answer.headers().allValues("Permissions-Policy")).hasSize(1);
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors 'none'", "default-src")
                .doesNotContain("nonce", "http:", "*");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/no-such-page", "/engine-rest/task", "/v3/api-docs"})
    void whatIsOursRunsNoInlineScriptOrStyleAndIsNotKept(String path) {
        HttpResponse<String> answer = Browser.of("lead", port).page(path);

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).containsPattern("no-(store|cache)");
        assertThat(answer.body()).doesNotContainPattern("<script(?![^>]*src=)|<style|\\son[a-z]+=|\\sstyle=");
    }

    /** What AngularJS lets through of addresses of pictures, the browser does not fetch. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void camundasPagesLoadPicturesFromHereOnly(String application) {
        HttpResponse<String> answer = Browser.of("admin", port).page("/camunda/app/" + application + "/default/");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("img-src 'self' data:;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "swagger-ui-bundle.js", "swagger-ui.css"})
    void thePageOfTheInterfaceIsServedFromTheLibraryThatTheTreeNames(String file) {
        HttpResponse<String> answer = Browser.of("lead", port).page("/swagger-ui/" + file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/login",
        "POST,/logout",
        "POST,/api/changes",
        "POST,/api/changes/o/r/1/withdrawal",
        "POST,/api/changes/o/r/1/evidence/local",
        "POST,/changes/o/r/1/withdrawal",
        "POST,/engine-rest/task/count",
        "PUT,/engine-rest/user/lead/profile",
        "DELETE,/engine-rest/user/lead",
        "PATCH,/engine-rest/task/x/variables",
        "POST,/camunda/api/engine/engine/default/task/count",
        "PUT,/camunda/api/engine/engine/default/user/lead/profile",
        "DELETE,/camunda/api/engine/engine/default/user/lead",
        "POST,/camunda/api/admin/auth/user/default/logout",
        "POST,/actuator/health"
    })
    void whatASessionChangesNeedsAToken(String method, String path) {
        Browser browser = Browser.of("admin", port);
        browser.page("/camunda/app/tasklist/default/");

        HttpResponse<String> answer = browser.send(browser.post(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/engine-rest/task/count,true",
        "/engine-rest/task/count,false",
        "/api/changes,true",
        "/api/changes,false"
    })
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot(String path, boolean saysSo) {
        byte[] body = ("{\"name\":\"" + "x".repeat(MEGABYTE) + "\"}").getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = send("lead", path, "application/json", body, saysSo);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Browser.json(answer).path("detail").asText()).contains("larger than 1048576 bytes");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDeploymentThatIsTooLargeIsRefusedWhetherItSaysSoOrNot(boolean saysSo) {
        byte[] body = new byte[10 * MEGABYTE + 1];

        HttpResponse<String> answer =
                send("owner", "/engine-rest/deployment/create", "multipart/form-data; boundary=x", body, saysSo);

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{\"name\":\"a\\u0000b\",\"scope\":\"READ\",\"days\":1}",
                "application/json|{\"name\":\"a\\ud800b\",\"scope\":\"READ\",\"days\":1}",
                "application/json|{\"name\":\"\\udc00\\ud800\",\"scope\":\"READ\",\"days\":1}",
                "application/json;charset=ISO-8859-1|{\"name\":\"\u00e4\\u0000\",\"scope\":\"READ\",\"days\":1}",
                "application/yaml|{\"name\": \"a\\0b\", \"scope\": \"READ\", \"days\": 1}"
            })
    void aTextThatCannotBeKeptIsRefusedWhateverItIsWrittenIn(String type, String body) {
        HttpResponse<String> answer =
                send("lead", "/api/tokens", type, body.getBytes(StandardCharsets.ISO_8859_1), true);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(Browser.json(answer).path("detail").asText())
                .isEqualTo("A text has the character NUL or half a character in it, which cannot be kept.");
    }

    @Test
    void aTextOfWholeCharactersIsKeptAsItIs() {
        String body = "{\"name\":\"\\ud83d\\ude80 ä\\n\",\"scope\":\"READ\",\"days\":1}";

        HttpResponse<String> answer =
                send("lead", "/api/tokens", "application/json", body.getBytes(StandardCharsets.UTF_8), true);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(Browser.json(Browser.of("lead", port).get("/api/tokens", "application/json"))
                        .findValuesAsText("name"))
                .contains("🚀 ä\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/tokens,application/x-www-form-urlencoded,name=a%00b&scope=READ&days=1&_csrf=",
        "/tokens?name=a%00b,application/x-www-form-urlencoded,scope=READ&days=1&_csrf=",
        "/changes/o/r/1/overrides/1,application/x-www-form-urlencoded,accept=true&reason=%00&_csrf=",
        "/changes/o/r/1/withdrawal,application/x-www-form-urlencoded,x%00y=z&_csrf="
    })
    void aFormWithOneLeadsToTheErrorPage(String path, String type, String form) {
        Browser browser = Browser.of("lead", port);
        String token = Browser.csrfField(browser.page("/tokens").body());

        HttpResponse<String> answer = browser.send(browser.post(path)
                .header("Content-Type", type)
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(form + token)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("What was sent cannot be understood.");
    }

    @Test
    void aFormInPartsWithOneDoesToo() {
        Browser browser = Browser.of("lead", port);
        String token = Browser.csrfField(browser.page("/tokens").body());
        String form = Stream.of("name=a\0b", "scope=READ", "days=1", "_csrf=" + token)
                .map(field -> field.split("=", 2))
                .map(field ->
                        "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted((Object[]) field))
                .collect(Collectors.joining("", "", "--x--\r\n"));

        HttpResponse<String> answer = browser.send(browser.post("/tokens")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(form)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("What was sent cannot be understood.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/%61pi/engine/engine/",
                "/c%61munda/api/engine/engine/",
                "/camunda/api/%65ngine/engine/default/task",
                "/engine-r%65st/task",
                "/%65ngine-rest/engine/default/task"
            })
    void anAddressThatDoesNotBeginPlainlyIsNotTaken(String path) {
        HttpResponse<String> answer = Browser.of("lead", port).get(path, "application/json");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Browser.json(answer).path("detail").asText())
                .isEqualTo("The address or the method is not one that is taken here.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/error", "/%65rror"})
    void theErrorPageIsNoPageToAskFor(String path) {
        Browser lead = Browser.of("lead", port);

        HttpResponse<String> page = lead.page(path);
        HttpResponse<String> problem = new Browser(port).get(path, "application/json");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such page");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(Browser.json(problem).path("status").asInt()).isEqualTo(404);
    }

    @Test
    void aBodyInPiecesArrivesWhole() {
        assertThat(countInPieces("2026-11-01T00:00:00.000+0000")).isEqualTo(200);
        assertThat(countInPieces("what is no date")).isEqualTo(400);
    }

    private int countInPieces(String lastField) {
        byte[] body = "{\"nameLike\":\"none\",\"createdOn\":\"%s\"}"
                .formatted(lastField)
                .getBytes(StandardCharsets.UTF_8);
        return send("lead", "/engine-rest/task/count", "application/json", body, false)
                .statusCode();
    }

    @Test
    void aProxyOnThisMachineSaysWhichSchemeAndAddressPeopleUse() throws IOException {
        String answer = raw(1, "X-Forwarded-Proto: https\r\nX-Forwarded-Host: rakegate.example.org\r\n");

        assertThat(cookies(answer)).isNotEmpty().allMatch(cookie -> cookie.contains("; Secure"));
        assertThat(answer)
                .contains("Strict-Transport-Security: max-age=31536000")
                .contains("Location: https://rakegate.example.org/login");
    }

    @Test
    void nobodyElseSaysSo() throws IOException {
        String answer = raw(2, "X-Forwarded-Proto: https\r\nX-Forwarded-Host: attacker.example.org\r\n");

        assertThat(cookies(answer)).isNotEmpty().noneMatch(cookie -> cookie.contains("; Secure"));
        assertThat(answer).doesNotContain("Strict-Transport-Security", "attacker.example.org");
    }

    /** Asks for a page without a login, from the loopback address with this last number. */
    private String raw(int last, String headers) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last}), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            String request = "GET /changes HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n"
                    + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> cookies(String answer) {
        return Arrays.stream(answer.split("\r\n"))
                .filter(line -> line.startsWith("Set-Cookie:"))
                .toList();
    }

    private HttpResponse<String> send(String userId, String path, String type, byte[] body, boolean saysSo) {
        Browser browser = new Browser(port);
        return browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", Browser.credentials(userId))
                .header("Content-Type", type)
                .POST(
                        saysSo
                                ? BodyPublishers.ofByteArray(body)
                                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }
}
