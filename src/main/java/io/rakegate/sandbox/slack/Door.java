package io.rakegate.sandbox.slack;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets programs at the fake Slack's interface, which checks their token itself; its pages are for people who are logged
 * in, like every other page.
 */
@WithSandbox
@Configuration(value = "sandboxSlackDoor", proxyBeanMethods = false)
class Door {

    @Bean
    @Order(0)
    SecurityFilterChain sandboxSlackInterface(HttpSecurity http) throws Exception {
        return http.securityMatcher("/sandbox/slack/api/**", "/sandbox/slack/control/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                // no browser calls this, and no session is read
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
