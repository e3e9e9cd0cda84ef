package io.rakegate.sandbox.github.api;

import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Outages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Sets up the interface: its own door instead of the login, and ETags. */
@InSandbox
@Configuration("sandboxGitHubApiConfiguration")
class ApiConfiguration {

    private static final String PATHS = Wire.ROOT + "/*";

    private static final String NO_TOKEN = """
            The sandbox's GitHub needs a token that its callers must show. Set rakegate.github.token.""";

    @Bean
    FilterRegistrationBean<ApiDoor> sandboxGitHubDoor(
            @Value("${rakegate.github.token:}") String token, Outages outages, RateLimit rateLimit) {
        if (token.isBlank()) {
            throw new IllegalStateException(NO_TOKEN);
        }
        var door = new FilterRegistrationBean<>(new ApiDoor(token, outages, rateLimit));
        door.addUrlPatterns(PATHS);
        door.setOrder(Ordered.LOWEST_PRECEDENCE - 20);
        return door;
    }

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> sandboxGitHubEtags() {
        var etags = new ShallowEtagHeaderFilter();
        etags.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<>(etags);
        registration.addUrlPatterns(PATHS);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return registration;
    }

    /** The token is checked at {@link ApiDoor}: here is no session to protect. */
    @Bean
    @Order(0)
    SecurityFilterChain sandboxGitHubApi(HttpSecurity http) throws Exception {
        return http.securityMatcher(Wire.ROOT + "/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .build();
    }
}
