package io.rakegate.attack;

import io.rakegate.identity.Browser;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Somebody who has logged in and whose browser calls the engine as Tasklist and Cockpit do. */
final class TasklistSession {

    private final Browser browser;
    private final int port;

    TasklistSession(String userId, int port) {
        this.browser = Browser.of(userId, port);
        this.port = port;
        browser.page("/camunda/app/tasklist/default/");
    }

    HttpResponse<String> call(String method, String path, String body) {
        return send(method, "/camunda/api/engine/engine/default" + path, body);
    }

    /** What Cockpit asks for its own pages. */
    HttpResponse<String> cockpit(String method, String path, String body) {
        return send(method, "/camunda/api/cockpit/plugin/base/default" + path, body);
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-XSRF-TOKEN", String.valueOf(browser.cookie("XSRF-TOKEN")))
                .method(method, BodyPublishers.ofString(body)));
    }
}
