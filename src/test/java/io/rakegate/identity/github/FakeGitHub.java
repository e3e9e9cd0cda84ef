package io.rakegate.identity.github;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.web.util.HtmlUtils;

/**
 * A GitHub on the wire, as far as logging in goes: the page that asks somebody whether an application may know who they
 * are, the exchange of the code with its proof key, and what one may read about oneself, in GitHub's shapes. There is
 * one person at its keyboard.
 */
public final class FakeGitHub implements AutoCloseable {

    public static final String CLIENT_ID = "Ov23liRakegateLogin";
    public static final String CLIENT_SECRET = "b7c1e09d55a24f3c8e61";

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> asked = new CopyOnWriteArrayList<>();
    final Map<String, Integer> failing = new ConcurrentHashMap<>();
    final Map<String, String> headersOfFailures = new ConcurrentHashMap<>();
    final Map<String, String> memberships = new ConcurrentHashMap<>();
    final Map<Long, String> teams = new LinkedHashMap<>();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, Long> tokens = new ConcurrentHashMap<>();
    private volatile long account;
    private volatile String login = "";

    private FakeGitHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/login/oauth/authorize", this::authorize);
        server.createContext("/login/oauth/access_token", this::accessToken);
        server.createContext("/api/v3/", this::api);
        server.start();
    }

    public static FakeGitHub start() {
        try {
            return new FakeGitHub();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Somebody else sits down at the keyboard; nothing of what was before is left. */
    void atTheKeyboard(long number, String name) {
        account = number;
        login = name;
        failing.clear();
        headersOfFailures.clear();
        memberships.clear();
        memberships.put("acme", "active");
        teams.clear();
        tokens.clear();
        asked.clear();
    }

    void revokeEverything() {
        tokens.clear();
    }

    /** The page "Authorize Rakegate", and what its buttons do. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        asked.add("authorize " + exchange.getRequestURI().getRawQuery());
        if (fails(exchange, "authorize")) {
            return;
        }
        String back = query.get("redirect_uri") + "?state=" + query.get("state").replace("=", "%3D");
        if (!CLIENT_ID.equals(query.get("client_id"))) {
            send(exchange, 404, "text/html", "Not Found");
            return;
        }
        String code = UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        codes.put(code, query);
        send(exchange, 200, "text/html", """
                <title>Authorize Rakegate</title><h1>Authorize Rakegate</h1>
                <a id="authorize" href="%s">Authorize acme</a> <a id="cancel" href="%s">Cancel</a>
                """.formatted(
                        HtmlUtils.htmlEscape(back + "&code=" + code),
                        HtmlUtils.htmlEscape(back
                                + "&error=access_denied&error_description=The+user+has+denied+your+application+access."
                                + "&error_uri=https%3A%2F%2Fdocs.github.com%2Fapps%2Ftroubleshooting")));
    }

    /** Answers with 200 whatever happens, as GitHub does. */
    private void accessToken(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (fails(exchange, "access_token")) {
            return;
        }
        Map<String, String> grant = codes.remove(String.valueOf(form.get("code")));
        ObjectNode answer = JSON.createObjectNode();
        if (!CLIENT_ID.equals(form.get("client_id")) || !CLIENT_SECRET.equals(form.get("client_secret"))) {
            answer.put("error", "incorrect_client_credentials")
                    .put("error_description", "The client_id and/or client_secret passed are incorrect.");
        } else if (grant == null || !proves(grant, form)) {
            answer.put("error", "bad_verification_code")
                    .put("error_description", "The code passed is incorrect or expired.");
        } else {
            String token = "gho_" + UUID.randomUUID().toString().replace("-", "");
            tokens.put(token, account);
            answer.put("access_token", token).put("token_type", "bearer").put("scope", "read:org,read:user");
        }
        send(exchange, 200, "application/json; charset=utf-8", answer.toString());
    }

    private static boolean proves(Map<String, String> grant, Map<String, String> form) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(form.get("code_verifier")).getBytes(StandardCharsets.US_ASCII));
            return "S256".equals(grant.get("code_challenge_method"))
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(hash)
                            .equals(grant.get("code_challenge"))
                    && grant.get("redirect_uri").equals(form.get("redirect_uri"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void api(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v3".length());
        asked.add("GET " + path);
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (fails(exchange, path)) {
            return;
        }
        if (!tokens.containsKey(authorization.replaceFirst("^Bearer ", ""))) {
            problem(exchange, 401, "Bad credentials");
        } else if (path.equals("/user")) {
            send(exchange, 200, "application/json; charset=utf-8", user().toString());
        } else if (path.equals("/user/teams")) {
            teams(exchange);
        } else if (path.startsWith("/user/memberships/orgs/")) {
            membership(exchange, path.substring("/user/memberships/orgs/".length()));
        } else {
            problem(exchange, 404, "Not Found");
        }
    }

    private ObjectNode user() {
        ObjectNode user = JSON.createObjectNode();
        user.put("login", login).put("id", account).put("node_id", "MDQ6VXNlcjE=");
        user.put("avatar_url", url() + "/images/" + account + ".gif").put("gravatar_id", "");
        user.put("html_url", url() + "/" + login).put("type", "User").put("site_admin", false);
        user.put("name", "Mona " + login)
                .put("company", "acme")
                .putNull("email")
                .putNull("bio");
        user.put("public_repos", 2).put("followers", 20).put("created_at", "2008-01-14T04:33:35Z");
        user.put("two_factor_authentication", true)
                .putObject("plan")
                .put("name", "Medium")
                .put("seats", 0);
        return user;
    }

    private void membership(HttpExchange exchange, String organisation) throws IOException {
        String state = memberships.get(organisation);
        if (state == null) {
            problem(exchange, 404, "Not Found");
            return;
        }
        ObjectNode membership = JSON.createObjectNode();
        membership.put("url", url() + "/api/v3/orgs/" + organisation + "/memberships/" + login);
        membership.put("state", state).put("role", "member");
        membership.putObject("organization").put("login", organisation).put("id", 1);
        membership.set("user", user());
        send(exchange, 200, "application/json; charset=utf-8", membership.toString());
    }

    private void teams(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(String.valueOf(exchange.getRequestURI().getRawQuery()));
        int size = Math.min(100, Integer.parseInt(query.getOrDefault("per_page", "30")));
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        ArrayNode list = JSON.createArrayNode();
        teams.entrySet().stream().skip((long) size * (page - 1)).limit(size).forEach(team -> {
            ObjectNode node = list.addObject().put("id", team.getKey()).put("slug", team.getValue());
            node.put("name", team.getValue())
                    .put("privacy", "closed")
                    .put("permission", "pull")
                    .putNull("parent");
            node.putObject("organization").put("login", "acme").put("id", 1);
        });
        if (size * page < teams.size()) {
            exchange.getResponseHeaders()
                    .add(
                            "Link",
                            "<%s/api/v3/user/teams?per_page=%d&page=%d>; rel=\"next\", <%s/api/v3/user/teams?page=9>; rel=\"last\""
                                    .formatted(url(), size, page + 1, url()));
        }
        send(exchange, 200, "application/json; charset=utf-8", list.toString());
    }

    private boolean fails(HttpExchange exchange, String what) throws IOException {
        Integer status = failing.get(what);
        if (status == null) {
            return false;
        }
        headersOfFailures.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        if (status == 200) {
            send(exchange, 200, "text/html", "<html>a proxy in between</html>");
        } else {
            problem(exchange, status, "It is " + status);
        }
        return true;
    }

    private static void problem(HttpExchange exchange, int status, String message) throws IOException {
        ObjectNode body = JSON.createObjectNode()
                .put("message", message)
                .put("documentation_url", "https://docs.github.com/rest")
                .put("status", Integer.toString(status));
        send(exchange, status, "application/json; charset=utf-8", body.toString());
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split("&", -1)) {
            String[] both = field.split("=", 2);
            fields.put(both[0], both.length < 2 ? "" : URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
