package io.rakegate.identity.login;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The paths by which the door tells requests apart. */
public final class Paths {

    /** The engine's web applications, with a login of their own that stays unused. */
    static final RequestMatcher CAMUNDA = any("/camunda/**");

    /** What programs call: it answers with problems, never with a login page. */
    static final RequestMatcher INTERFACES =
            any("/api/**", "/engine-rest/**", "/camunda/api/**", "/actuator/**", "/v3/api-docs/**");

    /** The engine's REST API, by itself and as its web applications use it. */
    static final RequestMatcher ENGINE = any("/engine-rest/**", "/camunda/api/**");

    /** Files pass to the disk there, and the room that takes them looks at them and at what was typed with them. */
    static final RequestMatcher EVIDENCE = any("/api/changes/*/*/*/evidence/**");

    /**
     * What the engine offers for setting up a first administrator, for logging in by password, for trying somebody's
     * password and for outside workers.
     */
    static final RequestMatcher SIDE_DOORS = any(
            "/camunda/api/admin/setup/**",
            "/camunda/app/*/*/setup/**",
            "/camunda/api/admin/auth/user/*/login/**",
            "/camunda/api/engine/engine/*/external-task/fetchAndLock/**",
            "/camunda/api/engine/engine/*/identity/verify/**",
            "/engine-rest/engine/*/identity/verify/**",
            "/engine-rest/identity/verify/**");

    /** Pages, styles and probes that need no login. */
    public static final RequestMatcher OPEN =
            any("/login", "/*.css", "/login/*.css", "/login/*.js", "/error", "/actuator/health/**", "/favicon.ico");

    /** Where an identity provider says that somebody logged out there; a signature protects it. */
    public static final RequestMatcher BACK_CHANNEL = any("/logout/connect/back-channel/*");

    /** What the form of the login page sends, as Spring Security tells it apart: by the decoded address. */
    static final RequestMatcher LOGIN_FORM =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login");

    /** What a signature protects instead of a login. */
    static final String WEBHOOKS = "/webhooks/**";

    private Paths() {}

    static RequestMatcher any(String... patterns) {
        return any(List.of(patterns));
    }

    static RequestMatcher any(List<String> patterns) {
        return new OrRequestMatcher(
                patterns.stream().<RequestMatcher>map(Paths::one).toList());
    }

    static RequestMatcher get(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, pattern);
    }

    private static RequestMatcher one(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
