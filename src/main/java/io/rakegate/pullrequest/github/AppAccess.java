package io.rakegate.pullrequest.github;

import io.rakegate.pullrequest.PullRequestRef;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHAppInstallationToken;
import org.kohsuke.github.GitHub;

/**
 * Acts as a GitHub App: with a token per repository that reaches no other one, renewed before it ends, and at once if
 * GitHub does not accept it any more.
 */
final class AppAccess implements GitHubAccess {

    private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(5);

    private final GitHub asApp;
    private final Clock clock;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    /**
     * Acts as the App.
     *
     * @param asApp the library's client that proves to be the App itself rather than one of its installations
     */
    AppAccess(GitHub asApp, Clock clock) {
        this.asApp = asApp;
        this.clock = clock;
    }

    private record Token(String authorization, Instant end) {}

    @Override
    public String authorization(String repositoryName) {
        return tokens.compute(repositoryName, this::renewedIfNeeded).authorization;
    }

    private Token renewedIfNeeded(String repositoryName, @Nullable Token known) {
        boolean stands = known != null && clock.instant().isBefore(known.end.minus(RENEWED_BEFORE_END));
        return known != null && stands ? known : newToken(repositoryName);
    }

    private Token newToken(String repositoryName) {
        PullRequestRef names = PullRequestRef.fromKey(repositoryName + "#1");
        return LibraryCall.ask(() -> {
            GHAppInstallationToken token = asApp.getApp()
                    .getInstallationByRepository(names.owner(), names.repository())
                    .createToken()
                    .repositories(List.of(names.repository()))
                    .create();
            return new Token("Bearer " + token.getToken(), token.getExpiresAt().toInstant());
        });
    }

    @Override
    public String ownLogin(GitHub github) throws IOException {
        return asApp.getApp().getSlug() + "[bot]";
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
        String refused = response.request().header("Authorization");
        if (response.priorResponse() != null || refused == null) {
            return null;
        }
        for (Map.Entry<String, Token> entry : tokens.entrySet()) {
            if (entry.getValue().authorization.equals(refused)) {
                tokens.remove(entry.getKey(), entry.getValue());
                return response.request()
                        .newBuilder()
                        .header("Authorization", authorization(entry.getKey()))
                        .build();
            }
        }
        return null;
    }
}
