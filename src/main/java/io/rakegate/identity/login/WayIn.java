package io.rakegate.identity.login;

import java.util.List;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;

/** A way to log in besides a local password. */
public interface WayIn {

    /** What the login page calls it. */
    String label();

    /** Where the login page leads to for it. */
    String link();

    /** Addresses that a form of ours may lead to, for logging out there as well. */
    List<String> formTargets();

    /** Adds what this way needs to the door; the entry point answers whoever is turned away. */
    void open(HttpSecurity http, AuthenticationEntryPoint turnedAway) throws Exception;
}
