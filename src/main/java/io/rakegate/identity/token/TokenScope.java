package io.rakegate.identity.token;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What a token is good for. It never reaches further than what its owner may do, and never to other tokens. */
public enum TokenScope {
    /** Read, at both interfaces. */
    READ("read"),
    /** Upload evidence, and read changes. */
    EVIDENCE("upload evidence"),
    /** Everything that its owner may do at both interfaces. */
    ACT("act: all that you may do");

    private static final PathPattern INTERFACE = pattern("/api/**");
    private static final PathPattern ENGINE = pattern("/engine-rest/**");
    private static final PathPattern TOKENS = pattern("/api/tokens/**");
    private static final PathPattern CHANGES = pattern("/api/changes/**");
    private static final PathPattern UPLOAD =
            pattern("/api/changes/{owner}/{repository}/{number}/evidence/{environment}");

    private final String words;

    TokenScope(String words) {
        this.words = words;
    }

    /** What to call it on a page. */
    public String words() {
        return words;
    }

    /** Whether a token of this scope may be used at a path at all. */
    static boolean isUsableAt(String path) {
        return fits(INTERFACE, path) || fits(ENGINE, path);
    }

    /** Whether it allows a request. */
    boolean allows(String method, String path) {
        boolean reads = method.equals(HttpMethod.GET.name()) || method.equals(HttpMethod.HEAD.name());
        if (fits(TOKENS, path)) {
            return false;
        }
        return switch (this) {
            case READ -> reads;
            case EVIDENCE -> fits(CHANGES, path) && (reads || (method.equals("POST") && fits(UPLOAD, path)));
            case ACT -> true;
        };
    }

    private static PathPattern pattern(String text) {
        return PathPatternParser.defaultInstance.parse(text);
    }

    private static boolean fits(PathPattern pattern, String path) {
        return pattern.matches(PathContainer.parsePath(path));
    }
}
