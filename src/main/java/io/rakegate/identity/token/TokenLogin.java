package io.rakegate.identity.token;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Somebody for whom a program acts by a token. */
final class TokenLogin extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String userId;

    TokenLogin(String userId) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.userId = userId;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getPrincipal() {
        return userId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenLogin login && super.equals(other) && userId.equals(login.userId);
    }

    @Override
    public int hashCode() {
        return userId.hashCode();
    }
}
