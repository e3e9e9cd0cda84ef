package io.rakegate.audit;

import io.rakegate.identity.Acting;
import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The audit room over an engine and a process of a test. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = "io.rakegate.audit",
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
@ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityAutoConfiguration.class
})
public class AuditTestApplication {

    @Bean
    SecurityFilterChain door(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    /** Who acts is what the engine says, as in the application. */
    @Bean
    Acting acting(IdentityService identity, People people, ProcessEngineConfigurationImpl engine) {
        return new Acting() {
            @Override
            public Optional<Person> now() {
                return Optional.ofNullable(identity.getCurrentAuthentication())
                        .flatMap(current -> people.find(current.getUserId()));
            }

            @Override
            public Turn turnOf(Person person) {
                identity.setAuthentication(person.userId(), List.copyOf(person.groups()));
                return identity::clearAuthentication;
            }

            @Override
            public <T> T beyondOwnGrants(Supplier<T> work) {
                return engine.getCommandExecutorTxRequired()
                        .execute(context -> context.runWithoutAuthorization(work::get));
            }
        };
    }
}
