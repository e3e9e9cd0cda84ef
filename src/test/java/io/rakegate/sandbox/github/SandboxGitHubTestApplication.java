package io.rakegate.sandbox.github;

import io.rakegate.support.TestDatabase;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.Ordered;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The sandbox's GitHub alone, on a database of its own. No configuration class, so that no other test finds it. */
@EnableAutoConfiguration(
        excludeName = {
            "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
            "org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration"
        })
@EnableConfigurationProperties(SandboxGitHubProperties.class)
@ComponentScan(basePackageClasses = FakeGitHub.class)
public class SandboxGitHubTestApplication {

    @Bean
    DataSource dataSource() {
        return TestDatabase.dataSource(TestDatabase.empty());
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Recording recording() {
        return new Recording();
    }

    @Bean
    FilterRegistrationBean<Recording> recordingRegistration(Recording recording) {
        var registration = new FilterRegistrationBean<>(recording);
        registration.addUrlPatterns("/sandbox/github/api/v3/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    Listener listener() {
        return new Listener();
    }

    @Bean
    FilterRegistrationBean<Listener> listenerRegistration(Listener listener) {
        var registration = new FilterRegistrationBean<>(listener);
        registration.addUrlPatterns("/webhooks/github");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** What the whole application's door does, as far as these pages rely on it. */
    @Bean
    SecurityFilterChain door(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/sandbox/github/control/**"))
                .build();
    }
}
