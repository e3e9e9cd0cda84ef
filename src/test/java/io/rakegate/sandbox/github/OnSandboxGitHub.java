package io.rakegate.sandbox.github;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Runs a test against the sandbox's GitHub as a server on loopback. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SandboxGitHubTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "rakegate.sandbox.enabled=true",
            "rakegate.github.token=" + OnSandboxGitHub.TOKEN,
            "rakegate.github.webhook-secret=" + OnSandboxGitHub.SECRET,
            "spring.security.user.name=creator",
            "spring.security.user.password=creator"
        })
public @interface OnSandboxGitHub {

    /** What callers must show. */
    String TOKEN = "test-token";

    /** What deliveries are signed with. */
    String SECRET = "test-webhook-secret";
}
