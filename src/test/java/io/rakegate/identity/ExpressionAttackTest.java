package io.rakegate.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** CVE-2026-109432 and its kin: getting the server to evaluate an expression, by every way a query can take. */
@IdentityTest
@TestInstance(Lifecycle.PER_CLASS)
class ExpressionAttackTest {

    private static final String EVIL = "${tripwire.trip()}";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityApplication.Tripwire tripwire;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Autowired
    private JdbcTemplate database;

    private Browser tasklist;
    private String filter;

    @BeforeAll
    void anAdministratorIsLoggedIn() {
        tasklist = Browser.of("admin", port);
    }

    @BeforeEach
    void aHarmlessFilterIsStored() {
        Filter stored = filters.newTaskFilter("All");
        stored.setQuery(tasks.createTaskQuery());
        filter = filters.saveFilter(stored).getId();
    }

    @AfterEach
    void nothingWasEvaluated() {
        assertThat(tripwire.trips()).isZero();
        filters.createTaskFilterQuery().list().forEach(stored -> filters.deleteFilter(stored.getId()));
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                        "{\"assigneeExpression\":\"%s\"}",
                        "{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}",
                        "{\"orQueries\":[{\"candidateUserExpression\":\"%s\"}]}",
                        "{\"orQueries\":[{\"candidateGroupsExpression\":\"%s\"}]}",
                        "{\"orQueries\":[{\"dueAfterExpression\":\"%s\"}]}",
                        "{\"orQueries\":[{\"processInstanceBusinessKeyLikeExpression\":\"%s\"}]}",
                        "{\"orQueries\":[{\"name\":\"x\"},{\"createdOnExpression\":\"%s\"}]}",
                        "{\"orQueries\":[{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}]}",
                        "{\"orQueries\":[{\"assigneeExpression\":\"%s\",\"assigneeExpression\":\"${currentUser()}\"}]}",
                        "{\"orQueries\":[{\"assigneeExpression\":\"${currentUser()}\",\"assigneeExpression\":\"%s\"}]}",
                        "{\"orQueries\":[{\"assignee\\u0045xpression\":\"\\u0024{tripwire.trip()}\"}]}",
                        "{\"orQueries\":[{\"assigneeExpression\":\"#{tripwire.trip()}\"}]}",
                        "{\"orQueries\":[{\"assigneeExpression\":\"a${tripwire.trip()}\"}]}",
                        "{\"orQueries\":[{\"assigneeExpression\":\"${currentUser()}%s\"}]}",
                        "{\"orQueries\":[{\"assigneeExpression\":\"${currentUser().concat(tripwire.trip())}\"}]}",
                        "{\"orQueries\":[{\"dueBeforeExpression\":\"${dateTime().plusDays(tripwire.trip())}\"}]}",
                        "{\"orQueries\":[{\"dueBeforeExpression\":\"${now().getClass()}\"}]}")
                .map(body -> body.replace("%s", EVIL))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aQueryInTheBodyIsRefusedAtEachDoor(String body) {
        String list = "/filter/" + filter + "/list";
        String count = "/filter/" + filter + "/count";

        assertRefused(Browser.basic(port, "POST", "/engine-rest/task", "creator", "creator", body));
        assertRefused(
                Browser.basic(port, "POST", "/engine-rest/engine/default/task/count", "creator", "creator", body));
        assertRefused(Browser.basic(port, "POST", "/engine-rest" + list, "admin", "admin", body));
        assertRefused(Browser.basic(port, "POST", "/engine-rest" + count, "admin", "admin", body));
        assertRefused(tasklist.postToTasklist("/task", body));
        assertRefused(tasklist.postToTasklist(list, body));
        assertRefused(tasklist.postToTasklist(count, body));
        assertRefused(tasklist.postToTasklist("/filter/" + filter + "/singleResult", body));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aFilterIsNotStored(String query) {
        String body = "{\"resourceType\":\"Task\",\"name\":\"evil\",\"query\":" + query + ",\"properties\":{}}";

        assertRefused(Browser.basic(port, "POST", "/engine-rest/filter/create", "admin", "admin", body));
        assertRefused(tasklist.postToTasklist("/filter/create", body));
        assertRefused(Browser.basic(port, "PUT", "/engine-rest/filter/" + filter, "admin", "admin", body));
        assertThat(filters.createTaskFilterQuery().filterName("evil").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task?assigneeExpression=%24%7Btripwire.trip()%7D",
                "/engine-rest/task?assignee%45xpression=%24%7Btripwire.trip()%7D",
                "/engine-rest/task/count?candidateGroupsExpression=%23%7Btripwire.trip()%7D",
                "/engine-rest/engine/default/task?dueAfterExpression=x%24%7Btripwire.trip()%7D",
                "/camunda/api/engine/engine/default/task?assigneeExpression=%24%7Btripwire.trip()%7D"
            })
    void aQueryInTheAddressIsRefused(String path) {
        assertRefused(Browser.of("creator", port).get(path, "application/json"));
    }

    @Test
    void aBodyInAnotherEncodingIsRefusedToo() {
        String body = "{\"orQueries\":[{\"assigneeExpression\":\"" + EVIL + "\"}]}";

        for (String type : new String[] {"application/json;charset=UTF-16", "application/json"}) {
            HttpResponse<String> answer = new Browser(port)
                    .send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest/task"))
                            .header("Authorization", "Basic Y3JlYXRvcjpjcmVhdG9y")
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_16))));
            assertRefused(answer);
        }
    }

    @Test
    void whatIsNoJsonOrTooMuchOfItStaysOutside() {
        HttpResponse<String> broken = Browser.basic(port, "POST", "/engine-rest/task", "creator", "creator", "{\"a\":");
        HttpResponse<String> large =
                Browser.basic(port, "POST", "/engine-rest/task", "creator", "creator", " ".repeat(1 << 20) + "{}");

        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(large.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz=1", "assigneeExpression=%zz"})
    void anAddressThatIsNotEncodedAsItShouldBeIsNoServerError(String query) throws IOException {
        int status = statusOfRaw("/engine-rest/task?" + query);

        assertThat(status).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/process-definition/key/ProdDbChange/start",
                "/message",
                "/task/4711/complete",
                "/task/4711/submit-form",
                "/process-definition/key/ProdDbChange/submit-form"
            })
    void aJavaObjectDoesNotGetIn(String path) {
        String body = """
                {"messageName":"x","variables":{"x":{"type":"Object","value":"{}",
                 "valueInfo":{"objectTypeName":"javax.script.ScriptEngineManager",
                 "serializationDataFormat":"application/json"}}}}""";

        assertThat(Browser.basic(port, "POST", "/engine-rest" + path, "creator", "creator", body)
                        .statusCode())
                .isEqualTo(400);
        assertThat(tasklist.postToTasklist(path, body).statusCode()).isEqualTo(400);
    }

    @Test
    void deepAndBrokenBodiesAreNoServerError() {
        for (String body :
                new String[] {"[".repeat(5000), "{\"a\":\"\\ud800\"", "\u0000\u0000", "nul", "{} {", "'a'"}) {
            assertThat(Browser.basic(port, "POST", "/engine-rest/task", "creator", "creator", body)
                            .statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @Test
    void theEngineItselfRefusesWhateverTheDoorWouldMiss() {
        TaskQuery direct = tasks.createTaskQuery().taskAssigneeExpression(EVIL);
        TaskQuery hidden =
                tasks.createTaskQuery().or().taskAssigneeExpression(EVIL).endOr();
        Filter evil = filters.newTaskFilter("evil");

        assertThatThrownBy(direct::list).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(hidden::list).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(hidden::count).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.list(filter, hidden)).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.count(filter, hidden)).isInstanceOf(BadUserRequestException.class);
        evil.setQuery(hidden);
        assertThatThrownBy(() -> filters.saveFilter(evil)).isInstanceOf(BadUserRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orQueries\":[{\"taskAssigneeExpression\":\"${tripwire.trip()}\"}]}",
                "{\"taskAssigneeExpression\":\"${tripwire.trip()}\"}"
            })
    void aFilterThatGotIntoTheDatabaseAnotherWayIsNotRun(String query) {
        database.update("update act_ru_filter set query_ = ? where id_ = ?", query, filter);

        assertThat(Browser.basic(port, "GET", "/engine-rest/filter/" + filter + "/list", "creator", "creator", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Browser.of("creator", port)
                        .get("/camunda/api/engine/engine/default/filter/" + filter + "/count", "application/json")
                        .statusCode())
                .isEqualTo(400);
        assertThatThrownBy(() -> filters.list(filter)).isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void theLastGuardHoldsWhereNoOtherLooks() {
        var engine = (org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl)
                org.camunda.bpm.engine.ProcessEngines.getDefaultProcessEngine().getProcessEngineConfiguration();
        TaskQueryImpl unseen = new TaskQueryImpl();
        unseen.taskAssigneeExpression(EVIL);

        assertThatThrownBy(() -> engine.getCommandExecutorTxRequired().execute(context -> unseen.list()))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining("not allowed in a query");
    }

    @Test
    void theExpressionsOfReadyFiltersStillWork() {
        Filter mine = filters.newTaskFilter("Mine and soon due");
        mine.setQuery(tasks.createTaskQuery()
                .taskAssigneeExpression("${currentUser()}")
                .dueBeforeExpression("${dateTime().withTimeAtStartOfDay().plusDays(3)}")
                .or()
                .taskCandidateGroupInExpression("${ currentUserGroups() }")
                .taskCreatedBeforeExpression("${now()}")
                .endOr());
        String id = filters.saveFilter(mine).getId();

        HttpResponse<String> answer =
                Browser.basic(port, "GET", "/engine-rest/filter/" + id + "/list", "console", "console", "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Sends what Java's own client would refuse to send. */
    private int statusOfRaw(String target) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Authorization: Basic Y3JlYXRvcjpjcmVhdG9y\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
        }
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("is not allowed in a query");
    }
}
