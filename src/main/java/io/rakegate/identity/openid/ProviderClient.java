package io.rakegate.identity.openid;

import io.rakegate.identity.OpenId;
import io.rakegate.identity.provider.Client;
import io.rakegate.identity.provider.OutOfReach;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * Rakegate as a client of the provider. The provider is asked about itself at the first login, so that Rakegate starts,
 * and its administrator gets in, while the provider is out of reach.
 */
class ProviderClient implements Client {

    static final String ID = "sso";

    private final OpenId provider;
    private final Lock asking = new ReentrantLock();
    private volatile @Nullable ClientRegistration known;

    ProviderClient(OpenId provider) {
        this.provider = provider;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ClientRegistration registration() {
        ClientRegistration present = known;
        if (present != null) {
            return present;
        }
        asking.lock();
        try {
            ClientRegistration asked = known == null ? ask() : known;
            known = asked;
            return asked;
        } finally {
            asking.unlock();
        }
    }

    private ClientRegistration ask() {
        return described()
                .registrationId(ID)
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .scope(provider.scopes())
                .userNameAttributeName(provider.userIdClaim())
                .build();
    }

    private ClientRegistration.Builder described() {
        try {
            return ClientRegistrations.fromIssuerLocation(provider.issuer().toString());
        } catch (IllegalArgumentException | IllegalStateException unanswered) {
            throw new OutOfReach("The provider " + provider.issuer() + " does not describe itself.", unanswered);
        }
    }
}
