package io.rakegate.identity.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.stereotype.Component;

/** Puts the limits on requests, failed logins and bodies at the door. */
@Component
class Limits {

    private final HttpProperties properties;
    private final Problems problems;
    private final Allowance requests;
    private final Allowance failedLogins;

    Limits(HttpProperties properties, ObjectMapper json, Clock clock) {
        this.properties = properties;
        this.problems = new Problems(json);
        this.requests = new Allowance(properties.requestsPerMinute(), clock);
        this.failedLogins = new Allowance(properties.failedLoginsPerMinute(), clock);
    }

    /** Where people and programs log in. */
    void apply(HttpSecurity http) {
        http.addFilterBefore(new LoginThrottle(failedLogins, problems), CsrfFilter.class)
                .addFilterBefore(
                        new RequestRate(AnyRequestMatcher.INSTANCE, requests, problems), AuthorizationFilter.class)
                .addFilterAfter(new BodyLimit(properties, problems), AuthorizationFilter.class);
    }

    /** Where a signature replaces the login. */
    void applyToWebhooks(HttpSecurity http) {
        http.addFilterBefore(new RefusedRate(Paths.any(Paths.WEBHOOKS), requests, problems), AuthorizationFilter.class);
    }
}
