package io.rakegate.sandbox.slack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The workspace that the fake Slack plays: who our app is there, which token it has, and where its pages are. */
@WithSandbox
@Component("sandboxSlackWorkspace")
class Workspace {

    static final String TEAM_ID = "T0SANDBOX";
    static final String TEAM = "Rakegate sandbox";
    static final String BOT_ID = "B0RAKEGATE";
    static final String BOT_USER_ID = "U0RAKEGATE";
    static final String BOT_USER = "rakegate";
    static final String APP_ID = "A0RAKEGATE";

    private final String token;
    private final Environment environment;

    Workspace(@Value("${rakegate.slack.bot-token}") String token, Environment environment) {
        this.token = token.strip();
        this.environment = environment;
    }

    boolean isToken(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** Address of the pages, as a browser sees it, ending in a slash. */
    String pages() {
        String configured = environment.getProperty("rakegate.sandbox.base-url", "");
        String base = configured.isBlank() ? thisServer() : configured.replaceAll("/+$", "");
        return base + "/sandbox/slack/";
    }

    /** Where a browser finds a message. */
    String permalink(String channel, MessageTime time) {
        return pages() + channel + "#" + time.anchor();
    }

    // a server that picks its port itself knows it only once it runs
    private String thisServer() {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "http://localhost:" + port + environment.getProperty("server.servlet.context-path", "");
    }
}
