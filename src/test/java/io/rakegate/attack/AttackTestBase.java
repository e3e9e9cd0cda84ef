package io.rakegate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.identity.Browser;
import io.rakegate.identity.openid.OpenIdProvider;
import io.rakegate.journey.FreePort;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tries something and looks at what came of it: a sentence, a line in the operation log, and nothing else. */
@AttackTest
abstract class AttackTestBase {

    static final OpenIdProvider PROVIDER = OpenIdProvider.start();

    @Autowired
    Targets targets;

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry properties) {
        int port = FreePort.choose();
        PROVIDER.clientAt(port);
        properties.add("server.port", () -> port);
        properties.add("rakegate.identity.open-id.issuer", PROVIDER::issuer);
        properties.add("rakegate.identity.open-id.client-id", () -> "rakegate");
        properties.add("rakegate.identity.open-id.client-secret", () -> "client-secret");
        properties.add("rakegate.identity.open-id.label", () -> "Example ID");
        properties.add("rakegate.identity.open-id.git-hub-id-claim", () -> "github_id");
        properties.add("rakegate.identity.open-id.audience", () -> OpenIdProvider.AUDIENCE);
    }

    /** Tries it by the REST API. */
    String refusedByRest(Attack attack, Task target, String me, String decide) {
        Attack.Call call = attack.against(target, targets.definitionId(), me, decide);
        return refused(attack, target, me, () -> targets.rest(me, call.method(), call.path(), call.body()));
    }

    /** Tries it with the session and the interface of Tasklist and Cockpit. */
    String refusedInTasklist(Attack attack, Task target, String me, String decide) {
        Attack.Call call = attack.against(target, targets.definitionId(), me, decide);
        return refused(attack, target, me, () -> targets.tasklist(me).call(call.method(), call.path(), call.body()));
    }

    private String refused(Attack attack, Task target, String me, Supplier<HttpResponse<String>> attempt) {
        Map<String, String> before = targets.state(target);
        List<String> recorded = targets.refusals(me);

        HttpResponse<String> answer = attempt.get();

        assertThat(answer.statusCode()).as("%s: %s", attack, answer.body()).isEqualTo(attack.status);
        String sentence = Targets.sentence(answer);
        assertThat(targets.state(target)).as("the change after %s", attack).isEqualTo(before);
        boolean atTheDoor = sentence.equals("You may not do this.");
        if (attack.status == 403 && !atTheDoor) {
            List<String> now = targets.refusals(me);
            assertThat(now).as("operation log after %s", attack).hasSizeGreaterThan(recorded.size());
        }
        return sentence;
    }

    /** Tries it; it is refused with a sentence, recorded, and changes nothing. */
    final String refused(Task task, String person, String method, String path, String body) {
        Map<String, String> before = targets.state(task);
        int recorded = targets.refusals(person).size();

        HttpResponse<String> answer =
                Browser.basic(targets.port(), method, "/engine-rest" + path, person, person, body);

        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.body())
                .isEqualTo(403);
        assertThat(targets.state(task)).isEqualTo(before);
        assertThat(targets.refusals(person))
                .as("operation log after %s %s", method, path)
                .hasSizeGreaterThan(recorded);
        return Targets.sentence(answer);
    }
}
