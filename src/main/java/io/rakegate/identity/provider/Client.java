package io.rakegate.identity.provider;

import org.springframework.security.oauth2.client.registration.ClientRegistration;

/** Rakegate as a client of one provider. */
public interface Client {

    /** What the provider is called in addresses, such as the one that people come back to. */
    String id();

    /**
     * How the provider is reached, and with which secret.
     *
     * @throws OutOfReach if the provider has to be asked for that and does not answer
     */
    ClientRegistration registration();
}
