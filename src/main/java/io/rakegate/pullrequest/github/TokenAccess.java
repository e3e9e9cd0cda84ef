package io.rakegate.pullrequest.github;

import java.io.IOException;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GitHub;

/** Acts with the personal access token of an account. */
final class TokenAccess implements GitHubAccess {

    private final String token;

    TokenAccess(String token) {
        this.token = token;
    }

    @Override
    public String authorization(String repositoryName) {
        return "Bearer " + token;
    }

    @Override
    public String ownLogin(GitHub github) throws IOException {
        return github.getMyself().getLogin();
    }

    /** A refused token stays refused. */
    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
        return null;
    }
}
