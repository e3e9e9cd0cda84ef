package io.rakegate.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** How much one caller may ask, and what the actuator's own port tells, on a server that people reach by https. */
@IdentityTest
@TestPropertySource(
        properties = {
            "management.server.port=0",
            "management.endpoints.web.exposure.include=health,metrics",
            "rakegate.public-url=https://rakegate.example.org",
            "rakegate.http.requests-per-minute=60",
            "rakegate.http.failed-logins-per-minute=3",
            "rakegate.http.metrics-token=a-token-for-the-scraper"
        })
class HttpLimitsTest {

    private static final String TOKEN = "Bearer a-token-for-the-scraper";

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int actuatorPort;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void everybodyHasTheirAllowanceBack() {
        clock.stopLater(Duration.ofMinutes(2));
    }

    @Test
    void onePersonCannotTakeTheNodeFromTheOthers() {
        for (int request = 0; request < 60; request++) {
            assertThat(asPerson("lead").statusCode()).isEqualTo(200);
        }

        HttpResponse<String> tooMany = asPerson("lead");
        HttpResponse<String> somebodyElse = asPerson("console");
        clock.stopLater(Duration.ofSeconds(2));
        HttpResponse<String> later = asPerson("lead");

        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(tooMany.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(Browser.json(tooMany).path("detail").asText()).contains("too many requests");
        assertThat(somebodyElse.statusCode()).isEqualTo(200);
        assertThat(later.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/webhooks/github", "/engine-rest/task"})
    void neitherCanAnAddressWithoutALogin(String path) {
        Browser stranger = new Browser(port);
        for (int request = 0; request < 60; request++) {
            assertThat(stranger.get(path, "application/json").statusCode()).isNotEqualTo(429);
        }

        assertThat(stranger.get(path, "application/json").statusCode()).isEqualTo(429);
        assertThat(asPerson("lead").statusCode()).isEqualTo(200);
    }

    @Test
    void afterTooManyFailedLoginsNoAttemptFromThereIsLookedAt() {
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(basic("somebody" + attempt, "wrong").statusCode()).isEqualTo(401);
        }

        HttpResponse<String> wrong = basic("somebody", "wrong");
        HttpResponse<String> right = basic("creator", "creator");
        HttpResponse<String> bearer = get(port, "/engine-rest/task/count", "Bearer guessed");
        clock.stopLater(Duration.ofMinutes(1));
        HttpResponse<String> later = basic("creator", "creator");

        assertThat(wrong.statusCode()).isEqualTo(429);
        assertThat(wrong.headers().firstValue("Retry-After")).hasValue("20");
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(bearer.statusCode()).isEqualTo(429);
        assertThat(later.statusCode()).isEqualTo(200);
    }

    @Test
    void thePageToLogInIsNoWayToTryMore() {
        for (int attempt = 0; attempt < 3; attempt++) {
            basic("somebody" + attempt, "wrong");
        }

        assertThat(new Browser(port).postWithoutToken("/login", "").statusCode())
                .isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/%6Cogin", "/log%69n"})
    void theFormOfThatPageIsCountedHoweverItsAddressIsWritten(String path) {
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(sendForm(path, "somebody" + attempt, "wrong").statusCode())
                    .isEqualTo(302);
        }

        assertThat(sendForm(path, "console", "console").statusCode()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/%6Cogin", "/changes", "/camunda/app/tasklist/default/", "/login.css"})
    void wrongCredentialsInTheHeaderFailAtPagesAsTheyDoAtInterfaces(String path) {
        for (int attempt = 0; attempt < 3; attempt++) {
            HttpResponse<String> wrong = pageAs("somebody" + attempt, "wrong", path);

            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).doesNotContainIgnoringCase("basic"));
        }

        assertThat(pageAs("console", "console", path).statusCode()).isEqualTo(429);
        assertThat(basic("console", "console").statusCode()).isEqualTo(429);
    }

    @Test
    void theRightOnesOpenAPage() {
        HttpResponse<String> page = pageAs("console", "console", "/camunda/app/tasklist/default/");

        assertThat(page.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void healthNeedsNoLoginOnEitherPortAndSaysNoMore(String path) {
        for (int where : new int[] {port, actuatorPort}) {
            HttpResponse<String> answer = get(where, path, "");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Browser.json(answer).path("status").asText()).isEqualTo("UP");
            assertThat(answer.body()).doesNotContain("details", "components");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/metrics"})
    void theRestIsOnItsOwnPortForAdministratorsAndTheScraper(String path) {
        assertThat(get(actuatorPort, path, "").statusCode()).isEqualTo(401);
        assertThat(get(actuatorPort, path, Browser.credentials("owner")).statusCode())
                .isEqualTo(403);
        assertThat(get(actuatorPort, path, Browser.credentials("admin")).statusCode())
                .isEqualTo(200);
        assertThat(get(actuatorPort, path, TOKEN).statusCode()).isEqualTo(200);
        assertThat(get(actuatorPort, path, TOKEN + "x").statusCode()).isEqualTo(401);
        assertThat(get(port, path, TOKEN).statusCode()).isEqualTo(404);
        assertThat(get(port, path, Browser.credentials("admin")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/api/changes", "/camunda/api/engine/engine/"})
    void theScrapersTokenOpensNothingElse(String path) {
        assertThat(get(port, path, TOKEN).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "configprops", "beans", "heapdump", "threaddump", "loggers", "httpexchanges"})
    void whatCouldTellSecretsIsThereForNobody(String endpoint) {
        assertThat(get(actuatorPort, "/actuator/" + endpoint, Browser.credentials("admin"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(actuatorPort, "/actuator/" + endpoint, TOKEN).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theActuatorsPortIsForThisMachineOnly() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), actuatorPort), 5000);
            assertThat(socket.isConnected()).isTrue();
        }

        // another address of this machine, which a port that listens everywhere would answer on
        assertThatThrownBy(() -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(
                                new InetSocketAddress(
                                        InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), actuatorPort),
                                5000);
                    }
                })
                .isInstanceOf(ConnectException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/camunda/app/tasklist/default/"})
    void cookiesAreSecureEvenIfTheProxyDoesNotSayThatItIsHttps(String path) {
        HttpResponse<String> page = get(port, path, Browser.credentials("lead"));

        assertThat(page.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure").containsPattern("SameSite=(Lax|Strict)"));
    }

    private HttpResponse<String> asPerson(String userId) {
        return basic(userId, userId);
    }

    private HttpResponse<String> basic(String userId, String password) {
        return Browser.basic(port, "GET", "/engine-rest/task/count", userId, password, "");
    }

    private HttpResponse<String> pageAs(String userId, String password, String path) {
        return new Browser(port)
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", Browser.credentials(userId, password))
                        .header("Accept", "text/html,*/*;q=0.8"));
    }

    /** Sends the form of the login page, with the session's cookie although it is one for https. */
    private HttpResponse<String> sendForm(String path, String userId, String password) {
        HttpResponse<String> page = new Browser(port).page("/login");
        String session = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return new Browser(port)
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Cookie", session)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + userId + "&password=" + password + "&_csrf="
                                + Browser.csrfField(page.body()))));
    }

    private static HttpResponse<String> get(int port, String path, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "application/json, text/html;q=0.5, */*;q=0.1");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return new Browser(port).send(request);
    }
}
