package io.rakegate.identity.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rakegate.identity.Acting;
import io.rakegate.identity.IdentityProperties;
import io.rakegate.identity.People;
import io.rakegate.identity.SelfGuarded;
import io.rakegate.identity.engine.RecentPeople;
import io.rakegate.identity.engine.SeenCases;
import io.rakegate.identity.token.TokenFilter;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/** The one door: everything needs a login, except what is named here. */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

    private final IdentityProperties properties;
    private final Problems problems;
    private final Doorkeeper doorkeeper;
    private final Limits limits;

    LoginConfiguration(IdentityProperties properties, ObjectMapper json, Limits limits) {
        this.properties = properties;
        this.problems = new Problems(json);
        this.limits = limits;
        this.doorkeeper = new Doorkeeper(Paths.INTERFACES, problems);
    }

    /** Each request is measured as a whole; timing every filter of the door by itself costs more than some of them do. */
    @Bean
    static SecurityObservationSettings filtersAreNotObserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** The program that collects the metrics, where it has a token: it reads the actuator and nothing else. */
    @Bean
    @Order(0)
    SecurityFilterChain scraper(HttpSecurity http, HttpProperties limited) throws Exception {
        return http.securityMatcher(new Scraper(limited.metricsToken()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(new Headers(List.of())::configure)
                .build();
    }

    /** What checks its callers itself: no session, no CSRF token, since no browser acts there for a person. */
    @Bean
    @Order(1)
    SecurityFilterChain selfGuarded(HttpSecurity http, ObjectProvider<SelfGuarded> rooms) throws Exception {
        List<String> paths = new ArrayList<>(List.of(Paths.WEBHOOKS));
        rooms.orderedStream().forEach(room -> paths.addAll(room.paths()));
        limits.applyToWebhooks(http);
        return http.securityMatcher(Paths.any(paths))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(new Headers(List.of())::configure)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain door(
            HttpSecurity http,
            People people,
            RecentPeople recentPeople,
            Acting acting,
            TokenFilter tokens,
            SeenCases cases,
            ObjectProvider<WayIn> waysIn,
            @Value("${rakegate.public-url:}") String publicUrl)
            throws Exception {
        limits.apply(http);
        http.authorizeHttpRequests(requests -> requests.requestMatchers(Paths.SIDE_DOORS)
                .denyAll()
                .requestMatchers(Paths.OPEN)
                .permitAll()
                .requestMatchers(Paths.any("/actuator/**"))
                .access(new MemberOf(people, Groups.CAMUNDA_ADMIN))
                .anyRequest()
                .authenticated());
        http.formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/camunda/app/tasklist/"))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout").deleteCookies(CsrfForScripts.COOKIE))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .csrf(LoginConfiguration::csrf)
                .headers(new Headers(waysIn)::configure)
                .exceptionHandling(turnedAway ->
                        turnedAway.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper));
        for (WayIn way : waysIn.orderedStream().toList()) {
            way.open(http, doorkeeper);
        }
        if (properties.httpBasic()) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(doorkeeper));
        }
        return http.addFilterAfter(new CsrfCookieFilter(publicUrl), CsrfFilter.class)
                .addFilterBefore(tokens, AnonymousAuthenticationFilter.class)
                .addFilterAfter(new ErrorByHand(problems), AuthorizationFilter.class)
                .addFilterAfter(new PlainParameters(problems), AuthorizationFilter.class)
                .addFilterAfter(new EngineDoor(problems), AuthorizationFilter.class)
                .addFilterAfter(
                        new ActingPersonFilter(people, recentPeople, acting, new CaseDoor(cases, problems)),
                        EngineDoor.class)
                .build();
    }

    private static void csrf(CsrfConfigurer<HttpSecurity> csrf) {
        var tokens = new HttpSessionCsrfTokenRepository();
        tokens.setHeaderName(CsrfForScripts.HEADER);
        // the engine's web applications check a token of their own
        csrf.csrfTokenRepository(tokens)
                .csrfTokenRequestHandler(new CsrfForScripts())
                .requireCsrfProtectionMatcher(new AndRequestMatcher(
                        CsrfFilter.DEFAULT_CSRF_MATCHER,
                        new NegatedRequestMatcher(Paths.CAMUNDA),
                        new NegatedRequestMatcher(new OwnCredentials())));
    }

    /** After logging in people come back to the page they asked for, never to a call of a script. */
    private static HttpSessionRequestCache pagesOnly() {
        var html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setUseEquals(true);
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(
                new AndRequestMatcher(Paths.get("/**"), html, new NegatedRequestMatcher(Paths.INTERFACES)));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
