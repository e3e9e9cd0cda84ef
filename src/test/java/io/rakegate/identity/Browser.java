package io.rakegate.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser or a script does over HTTP, with cookies and without following redirects. */
public final class Browser {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /** One for all: each starts a thread, and only their cookies are their own. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final String base;

    public Browser(int port) {
        this.base = "http://localhost:" + port;
    }

    /** A browser in which this person has logged in, with the password that equals the user id. */
    public static Browser of(String userId, int port) {
        Browser browser = new Browser(port);
        browser.logIn(userId, userId);
        return browser;
    }

    public HttpResponse<String> logIn(String userId, String password) {
        String token = csrfField(page("/login").body());
        return send(post("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + encoded(userId) + "&password=" + encoded(password)
                        + "&_csrf=" + encoded(token))));
    }

    /** Loads a page as a person does. */
    public HttpResponse<String> page(String path) {
        return send(get(path).header("Accept", "text/html,*/*;q=0.8"));
    }

    /** Loads a page of any server. */
    public HttpResponse<String> visit(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).GET().header("Accept", "text/html,*/*;q=0.8"));
    }

    /** Calls an interface without any token. */
    public HttpResponse<String> get(String path, String accept) {
        return send(get(path).header("Accept", accept));
    }

    /** Calls the REST interfaces as a form in Tasklist does: session and our CSRF header. */
    public HttpResponse<String> postJson(String path, String body) {
        return postJson(path, body, "X-RAKEGATE-CSRF", "RAKEGATE-CSRF");
    }

    /** Calls the engine through Tasklist as its script does: session and the engine's own CSRF header. */
    public HttpResponse<String> postToTasklist(String path, String body) {
        return postJson("/camunda/api/engine/engine/default" + path, body, "X-XSRF-TOKEN", "XSRF-TOKEN");
    }

    public HttpResponse<String> postJson(String path, String body, String header, String cookie) {
        if (cookie(cookie) == null) {
            page("/camunda/app/tasklist/default/");
        }
        HttpRequest.Builder request = post(path).header("Content-Type", "application/json");
        if (cookie(cookie) != null) {
            request.header(header, cookie(cookie));
        }
        return send(request.POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> postWithoutToken(String path, String body) {
        return send(post(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /** Calls an interface with a user id and password, without cookies. */
    public static HttpResponse<String> basic(
            int port, String method, String path, String userId, String password, String body) {
        Browser browser = new Browser(port);
        return browser.send(HttpRequest.newBuilder(URI.create(browser.base + path))
                .header("Authorization", credentials(userId, password))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    /** The header by which a program logs in as this person, with the password that equals the user id. */
    public static String credentials(String userId) {
        return credentials(userId, userId);
    }

    static String credentials(String userId, String password) {
        String both = userId + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        URI address = request.build().uri();
        try {
            cookies.get(address, Map.of()).forEach((name, kept) -> kept.forEach(value -> request.header(name, value)));
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            cookies.put(address, response.headers().map());
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    public HttpRequest.Builder post(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String csrfField(String html) {
        Matcher field = CSRF_FIELD.matcher(html);
        if (!field.find()) {
            throw new IllegalStateException("The page has no CSRF field: " + html);
        }
        return field.group(1);
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).GET();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
