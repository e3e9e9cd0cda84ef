package io.rakegate.identity.provider;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Somebody logged in at a provider, and is not let in here. The sentence is for the log. */
public class TurnedAway extends OAuth2AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public TurnedAway(Reason reason, String sentence) {
        super(new OAuth2Error("access_denied", sentence, null), sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What the login page says about it. */
    public enum Reason {
        /** The account cannot be taken, or belongs to somebody else here. */
        REFUSED,
        /** The provider does not count them among the people who may come in. */
        OUTSIDER
    }
}
