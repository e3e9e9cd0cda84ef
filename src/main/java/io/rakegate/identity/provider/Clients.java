package io.rakegate.identity.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/**
 * Rakegate as a client of every provider that the configuration names. No bean, so that nothing else opens a way in with
 * it.
 */
class Clients implements ClientRegistrationRepository {

    private final List<Client> clients;

    Clients(List<Client> clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return clients.stream()
                .filter(client -> client.id().equals(id))
                .findFirst()
                .map(Client::registration)
                .orElse(null);
    }
}
