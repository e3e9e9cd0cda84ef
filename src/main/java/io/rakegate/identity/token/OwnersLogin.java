package io.rakegate.identity.token;

import io.rakegate.identity.IdentityProperties;
import io.rakegate.identity.engine.ProviderPeople;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Whether what a provider said about the owner of a token is fresh enough. A token outlives many logins; without this one
 * whoever left would keep their groups until it ends.
 */
@Component
class OwnersLogin {

    private final ProviderPeople vouchedFor;
    private final Duration countsFor;
    private final Clock clock;

    OwnersLogin(ProviderPeople vouchedFor, IdentityProperties properties, Clock clock) {
        this.vouchedFor = vouchedFor;
        this.countsFor = properties.loginCountsFor();
        this.clock = clock;
    }

    /** Local users and services have groups that the configuration gives them, and need no login for that. */
    boolean isFresh(String userId) {
        return vouchedFor
                .vouchedAt(userId)
                .map(at -> at.plus(countsFor).isAfter(clock.instant()))
                .orElse(true);
    }
}
