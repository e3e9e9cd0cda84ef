package io.rakegate.identity.login;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Lets the login page lead on, once, to a provider at which somebody who logged out here is logged in still. */
public final class LeadOn {

    private static final String KEY = LeadOn.class.getName();

    private LeadOn() {}

    public static void to(String address, HttpSession session) {
        session.setAttribute(KEY, address);
    }

    static Optional<String> from(HttpSession session) {
        Object address = session.getAttribute(KEY);
        session.removeAttribute(KEY);
        return Optional.ofNullable(address).map(Object::toString);
    }
}
