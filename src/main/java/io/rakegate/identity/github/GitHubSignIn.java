package io.rakegate.identity.github;

import io.rakegate.identity.GitHubLogin;
import io.rakegate.identity.login.WayIn;
import io.rakegate.identity.provider.ProviderLogins;
import java.util.List;
import java.util.function.Function;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Logging in at GitHub. */
class GitHubSignIn implements WayIn {

    private final GitHubLogin login;
    private final ProviderLogins logins;
    private final Members members;
    private final Function<OAuth2AuthorizedClientRepository, FreshTeams> freshTeams;

    GitHubSignIn(
            GitHubLogin login,
            ProviderLogins logins,
            Members members,
            Function<OAuth2AuthorizedClientRepository, FreshTeams> freshTeams) {
        this.login = login;
        this.logins = logins;
        this.members = members;
        this.freshTeams = freshTeams;
    }

    @Override
    public String label() {
        return login.label();
    }

    @Override
    public String link() {
        return ProviderLogins.link(GitHubClient.ID);
    }

    /** GitHub has no place to which an application could lead somebody who logs out. */
    @Override
    public List<String> formTargets() {
        return List.of();
    }

    @Override
    public void open(HttpSecurity http, AuthenticationEntryPoint turnedAway) throws Exception {
        logins.open(http);
        http.oauth2Login(start -> start.userInfoEndpoint(user -> user.userService(members)));
        http.addFilterBefore(freshTeams.apply(logins.tokens()), AuthorizationFilter.class);
    }
}
