package io.rakegate.journey;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The same build with everything left out that guards it: the door with its login, limits and tokens, the engine's
 * authorizations, tenants and stricter checks, the guards of queries, variables and commands, and the built-in listeners.
 * For the comparison of a benchmark, which is why it exists among the tests alone.
 */
class WithoutGuards {

    private static final List<String> GUARDS =
            List.of("door", "selfGuarded", "scraper", "identityPlugin", "peopleGetAnswers", "builtInListeners");

    /** Takes the guards away before anything is made; one that is not found any more fails the benchmark. */
    @Bean
    static BeanDefinitionRegistryPostProcessor nothingIsGuarded() {
        return WithoutGuards::removeGuards;
    }

    private static void removeGuards(BeanDefinitionRegistry beans) {
        GUARDS.forEach(beans::removeBeanDefinition);
    }

    /** The engine's own check of tenants is on by default. */
    @Bean
    ProcessEnginePlugin noTenants() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setTenantCheckEnabled(false);
            }
        };
    }

    /** Whoever calls acts as the creator: there is no door at which to say who one is. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain noDoor(HttpSecurity http, IdentityService identity) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(new CreatorActs(identity), AuthorizationFilter.class)
                .build();
    }

    private static final class CreatorActs extends OncePerRequestFilter {

        private final IdentityService identity;

        CreatorActs(IdentityService identity) {
            this.identity = identity;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            identity.setAuthentication("creator", List.of("team-benefits"));
            try {
                chain.doFilter(request, response);
            } finally {
                identity.clearAuthentication();
            }
        }
    }
}
