package io.rakegate.identity.login;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The security headers: strict for our pages, as far as they can bear it for the engine's web applications. */
final class Headers {

    private static final String OURS = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action %s; base-uri 'none'; frame-ancestors 'none'";

    /**
     * Without a nonce: the engine keeps it in one place for all requests, and under two at once a page gets that of
     * the other and stays blank. Forms are evaluated by script.
     */
    private static final String CAMUNDA = "base-uri 'self'; script-src 'self' 'unsafe-eval' 'unsafe-inline';"
            + " style-src 'unsafe-inline' 'self'; default-src 'self'; img-src 'self' data:; form-action 'self';"
            + " frame-ancestors 'none'; object-src 'none'";

    private static final int A_YEAR = 365 * 24 * 60 * 60;

    private static final RequestMatcher OF_CAMUNDA = Paths.CAMUNDA;
    private static final RequestMatcher OF_API_DESCRIPTION = Paths.any("/swagger-ui/**");

    private final String ours;

    /** Browsers hold a form to its targets even after a redirect, so the ways in name where logging out leads. */
    Headers(Iterable<WayIn> waysIn) {
        Stream.Builder<String> targets = Stream.<String>builder().add("'self'");
        waysIn.forEach(way -> way.formTargets().forEach(targets));
        this.ours = OURS.formatted(targets.build().distinct().collect(Collectors.joining(" ")));
    }

    void configure(HeadersConfigurer<HttpSecurity> headers) {
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(tls -> tls.maxAgeInSeconds(A_YEAR).includeSubDomains(false))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .addHeaderWriter(byPlace());
    }

    /** What differs between the engine's web applications, the page of the API's description, and the rest. */
    private HeaderWriter byPlace() {
        HeaderWriter neverKept = new CacheControlHeadersWriter();
        HeaderWriter forCamunda = new ContentSecurityPolicyHeaderWriter(CAMUNDA);
        // the page of the API's description styles its elements inline
        HeaderWriter forDescription = new ContentSecurityPolicyHeaderWriter(
                ours.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"));
        HeaderWriter forOurs = new ContentSecurityPolicyHeaderWriter(ours);
        return (request, response) -> {
            if (OF_CAMUNDA.matches(request)) {
                forCamunda.writeHeaders(request, response);
            } else {
                neverKept.writeHeaders(request, response);
                (OF_API_DESCRIPTION.matches(request) ? forDescription : forOurs).writeHeaders(request, response);
            }
        };
    }
}
