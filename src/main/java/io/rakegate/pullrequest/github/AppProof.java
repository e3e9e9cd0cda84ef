package io.rakegate.pullrequest.github;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.authorization.AuthorizationProvider;

/**
 * Proves to GitHub to be the App. If GitHub refuses the proof because the clocks differ, its own clock is taken from the
 * refusal.
 */
final class AppProof implements AuthorizationProvider, Authenticator {

    private final String appId;
    private final AppKey key;
    private final Clock clock;
    private volatile Duration skew = Duration.ZERO;

    AppProof(String appId, AppKey key, Clock clock) {
        this.appId = appId;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public String getEncodedAuthorization() {
        return "Bearer " + key.proof(appId, clock.instant().plus(skew));
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
        Date theirNow = response.headers().getDate("Date");
        if (response.priorResponse() != null || theirNow == null) {
            return null;
        }
        skew = Duration.between(clock.instant(), theirNow.toInstant());
        return response.request()
                .newBuilder()
                .header("Authorization", getEncodedAuthorization())
                .build();
    }
}
