package io.rakegate.identity;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Deploys through the REST API as Camunda Modeler does. */
public final class Deployments {

    public static final String HARMLESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://bpmn.io/schema/bpmn">
              <bpmn:process id="Harmless" isExecutable="true" camunda:historyTimeToLive="1">
                <bpmn:startEvent id="start"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    private Deployments() {}

    public static HttpResponse<String> deploy(int port, String userId, String file, String content) {
        return deployFor("", port, userId, file, content);
    }

    /** Deploys for a tenant of the engine; for none if it is empty. */
    public static HttpResponse<String> deployFor(String tenant, int port, String userId, String file, String content) {
        String credentials =
                Base64.getEncoder().encodeToString((userId + ":" + userId).getBytes(StandardCharsets.UTF_8));
        return new Browser(port)
                .send(request(port, "/engine-rest", tenant, file, content)
                        .header("Authorization", "Basic " + credentials));
    }

    /** Deploys with the session and the token of Tasklist. */
    public static HttpResponse<String> deploy(Browser tasklist, int port, String file, String content) {
        tasklist.page("/camunda/app/tasklist/default/");
        return tasklist.send(request(port, "/camunda/api/engine/engine/default", "", file, content)
                .header("X-XSRF-TOKEN", tasklist.cookie("XSRF-TOKEN")));
    }

    private static HttpRequest.Builder request(int port, String door, String tenant, String file, String content) {
        String boundary = "rakegate-test";
        String forTenant = tenant.isEmpty()
                ? ""
                : "Content-Disposition: form-data; name=\"tenant-id\"\r\n\r\n%s\r\n--%s\r\n"
                        .formatted(tenant, boundary);
        String body = """
                --%1$s\r
                Content-Disposition: form-data; name="deployment-name"\r
                \r
                test\r
                --%1$s\r
                %4$sContent-Disposition: form-data; name="data"; filename="%2$s"\r
                Content-Type: application/octet-stream\r
                \r
                %3$s\r
                --%1$s--\r
                """.formatted(boundary, file, content, forTenant);
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + door + "/deployment/create"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body));
    }
}
