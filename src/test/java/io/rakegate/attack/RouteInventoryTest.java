package io.rakegate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.identity.Browser;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.AntPathMatcher;

/** Every route that the application answers has a decision on who may call it, in docs/routes.md, and keeps to it. */
class RouteInventoryTest extends AttackTestBase {

    private static final Path FILE = Path.of("docs/routes.md");
    private static final Set<String> WHO = Set.of("anybody", "signed", "logged in", "administrators", "nobody");
    private static final List<String> FOR_MANY =
            List.of("/camunda/", "/engine-rest", "/actuator", "/sandbox/", "/swagger-ui", "/v3/api-docs", "/webjars/");
    private static final AntPathMatcher PATHS = new AntPathMatcher();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ServletContext servlets;

    private Set<String> routes;
    private Map<String, String> decisions;

    @BeforeEach
    void readBoth() throws IOException {
        routes = Routes.of(context, servlets);
        decisions = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FILE)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length > 3 && cells[1].strip().startsWith("`")) {
                decisions.put(cells[1].replace("`", "").strip(), cells[2].strip());
            }
        }
        assertThat(decisions.values()).isNotEmpty().allMatch(WHO::contains);
    }

    @Test
    void everyRouteHasADecisionAndEveryDecisionARoute() {
        assertThat(routes).hasSizeGreaterThan(300);
        assertThat(routes)
                .allSatisfy(route -> assertThat(decisionOn(route))
                        .as("who may call %s? Decide it in %s", route, FILE)
                        .isPresent());
        assertThat(decisions.keySet())
                .allSatisfy(line -> assertThat(routes)
                        .as("nothing answers %s any more", line)
                        .anyMatch(route -> matches(line, route)));
    }

    @Test
    void whoIsNotLoggedInGetsNothingButWhatIsForAnybody() {
        List<String> let = new ArrayList<>();
        for (String route : routes) {
            String who = decisionOn(route).orElseThrow();
            HttpResponse<String> answer = call(new Browser(targets.port()), route);
            if (!who.equals("anybody") && !who.equals("signed") && !turnedAway(answer)) {
                let.add(route + " answered " + answer.statusCode());
            }
        }

        assertThat(let).as("routes that answer somebody who is not logged in").isEmpty();
    }

    @Test
    void theTemplateIsForWhoeverReadsThePullRequest() {
        HttpResponse<String> template = new Browser(targets.port()).page("/api/pull-request-template");

        assertThat(template.statusCode()).isEqualTo(200);
        assertThat(template.body()).contains("### What is your backout plan?");
    }

    @Test
    void whoIsInNoGroupGetsNeitherWhatIsForAdministratorsNorWhatIsForNobody() {
        targets.add("passer-by");
        Browser browser = Browser.of("passer-by", targets.port());
        List<String> let = new ArrayList<>();
        for (String route : routes) {
            String who = decisionOn(route).orElseThrow();
            if (who.equals("administrators") || who.equals("nobody")) {
                HttpResponse<String> answer = call(browser, route);
                if (answer.statusCode() != 403) {
                    let.add(route + " answered " + answer.statusCode());
                }
            }
        }

        assertThat(let).as("routes that answer somebody in no group").isEmpty();
    }

    /** To the login page, or away: without a login, or without the token of a page that needs one. */
    private static boolean turnedAway(HttpResponse<String> answer) {
        boolean toLogin = answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").endsWith("/login");
        return toLogin || answer.statusCode() == 401 || answer.statusCode() == 403;
    }

    private HttpResponse<String> call(Browser browser, String route) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1)
                .replaceAll("\\{[^}]*}", "x")
                .replace("/**", "/x")
                .replace("*", "x");
        boolean any = method.equals("*") || method.equals("SERVLET");
        return browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + targets.port() + path))
                .header("Content-Type", "application/json")
                .method(any ? "GET" : method, BodyPublishers.ofString("{}")));
    }

    /** The first line that fits decides. */
    private Optional<String> decisionOn(String route) {
        return decisions.entrySet().stream()
                .filter(line -> matches(line.getKey(), route))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A line for many routes does not speak for one of ours. */
    private static boolean matches(String line, String route) {
        String lineMethod = line.substring(0, line.indexOf(' '));
        String linePath = line.substring(line.indexOf(' ') + 1);
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1);
        boolean ours = FOR_MANY.stream().noneMatch(path::startsWith);
        boolean samePath = ours ? linePath.equals(path) : PATHS.match(linePath, path);
        return samePath && (lineMethod.equals("*") || lineMethod.equals(method));
    }
}
