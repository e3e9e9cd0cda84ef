package io.rakegate.identity.login;

import io.rakegate.identity.IdentityProperties;
import io.rakegate.identity.LocalUser;
import io.rakegate.identity.engine.ProviderPeople;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/**
 * Logs local users in by the password in the engine's identity tables, which delay the next attempt after each failed
 * one. The authentication carries no groups: these are read afresh for every request. Programs act by their tokens and
 * have no password, not even one that somebody gave them who deleted and added them by hand.
 */
@Component
class LocalPasswords implements AuthenticationProvider {

    private final IdentityService identity;
    private final ProviderPeople providerPeople;
    private final Set<String> programs;

    LocalPasswords(IdentityService identity, ProviderPeople providerPeople, IdentityProperties properties) {
        this.identity = identity;
        this.providerPeople = providerPeople;
        this.programs = properties.services().stream()
                .map(IdentityProperties.Program::userId)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String userId = attempt.getName();
        Object password = attempt.getCredentials();
        boolean right = userId.matches(LocalUser.ID)
                && password != null
                && !providerPeople.isVouchedFor(userId)
                && !programs.contains(userId)
                && identity.checkPassword(userId, password.toString());
        if (!right) {
            throw new BadCredentialsException("The user id or the password is wrong.");
        }
        return loggedIn(userId, attempt.getDetails());
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    private static Authentication loggedIn(String userId, @Nullable Object details) {
        var token = UsernamePasswordAuthenticationToken.authenticated(userId, null, AuthorityUtils.NO_AUTHORITIES);
        token.setDetails(details);
        return token;
    }
}
