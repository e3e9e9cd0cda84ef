package io.rakegate.identity.github;

import io.rakegate.identity.GitHubLogin;
import io.rakegate.identity.provider.Client;
import org.springframework.security.config.oauth2.client.CommonOAuth2Provider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** Rakegate as an OAuth App or GitHub App of the organisation. */
class GitHubClient implements Client {

    static final String ID = "github";

    private final ClientRegistration registration;

    GitHubClient(GitHubLogin login, String webUrl, String apiUrl) {
        this.registration = CommonOAuth2Provider.GITHUB
                .getBuilder(ID)
                .clientId(login.clientId())
                .clientSecret(login.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .scope("read:user", "read:org")
                .authorizationUri(webUrl + "/login/oauth/authorize")
                .tokenUri(webUrl + "/login/oauth/access_token")
                .userInfoUri(apiUrl + "/user")
                .build();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ClientRegistration registration() {
        return registration;
    }
}
