package io.rakegate.pullrequest.github;

import java.time.Clock;
import java.time.Duration;
import okhttp3.Authenticator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.GitHubRateLimitHandler;
import org.kohsuke.github.RateLimitChecker;
import org.kohsuke.github.authorization.AuthorizationProvider;
import org.kohsuke.github.extras.okhttp3.OkHttpGitHubConnector;
import org.springframework.stereotype.Component;

/** The one way out to GitHub, shared by the library, which writes, and by {@link GitHubApi}, which reads. */
@Component
final class GitHubConnection {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final long CACHED_BYTES = 32L * 1024 * 1024;

    private final String apiUrl;
    private final OkHttpClient client;
    private final GitHubAccess access;
    private final Clock clock;

    GitHubConnection(GitHubProperties properties, Clock clock) {
        this.apiUrl = properties.apiUrl();
        this.clock = clock;
        OkHttpClient common = new OkHttpClient.Builder()
                .connectTimeout(CONNECT_TIMEOUT)
                .callTimeout(properties.callTimeout())
                .followRedirects(false)
                .addInterceptor(new Refusals(new RateLimitPause(clock)))
                .addInterceptor(new EtagCache(CACHED_BYTES))
                .addInterceptor(new SameHostRedirects())
                .build();
        this.access = properties.isApp() ? app(properties, common, clock) : new TokenAccess(properties.token());
        this.client = with(access, common);
    }

    private GitHubAccess app(GitHubProperties properties, OkHttpClient common, Clock clock) {
        AppProof proof = new AppProof(properties.appId(), AppKey.fromPem(properties.appPrivateKey()), clock);
        return new AppAccess(library(with(proof, common), proof), clock);
    }

    private static OkHttpClient with(Authenticator authenticator, OkHttpClient common) {
        return common.newBuilder().authenticator(authenticator).build();
    }

    /** Reads a repository. */
    GitHubApi reading(String repositoryName) {
        HttpUrl repository = HttpUrl.get(apiUrl)
                .newBuilder()
                .addPathSegment("repos")
                .addPathSegments(repositoryName)
                .build();
        return new GitHubApi(client, repository, () -> access.authorization(repositoryName), clock);
    }

    /** The library's view of a repository; made afresh each time, since the library keeps accounts by login for ever. */
    GHRepository repository(String repositoryName) {
        return LibraryCall.ask(() -> libraryFor(repositoryName).getRepository(repositoryName));
    }

    /** The login name under which what Rakegate writes appears. */
    String ownLogin(String repositoryName) {
        return LibraryCall.ask(() -> access.ownLogin(libraryFor(repositoryName)));
    }

    private GitHub libraryFor(String repositoryName) {
        return library(client, () -> access.authorization(repositoryName));
    }

    /** Waiting for a rate limit is off everywhere: {@link Refusals} answers at once. */
    private GitHub library(OkHttpClient through, AuthorizationProvider authorization) {
        return LibraryCall.ask(() -> new GitHubBuilder()
                .withEndpoint(apiUrl)
                .withConnector(new OkHttpGitHubConnector(through))
                .withAuthorizationProvider(authorization)
                .withRateLimitChecker(RateLimitChecker.NONE)
                .withRateLimitHandler(GitHubRateLimitHandler.FAIL)
                .withAbuseLimitHandler(GitHubAbuseLimitHandler.FAIL)
                .build());
    }
}
