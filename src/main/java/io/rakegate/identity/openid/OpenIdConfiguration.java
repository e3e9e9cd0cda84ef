package io.rakegate.identity.openid;

import io.rakegate.identity.IdentityProperties;
import io.rakegate.identity.OpenId;
import io.rakegate.identity.engine.ProviderPeople;
import io.rakegate.identity.login.WayIn;
import io.rakegate.identity.provider.AfterLogout;
import io.rakegate.identity.provider.ProviderLogins;
import java.time.Clock;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;

/** Opens the way in by a provider where the configuration names one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("rakegate.identity.open-id.issuer")
class OpenIdConfiguration {

    @Bean
    ProviderClient singleSignOnClient(IdentityProperties properties) {
        return new ProviderClient(Objects.requireNonNull(properties.openId()));
    }

    @Bean
    AfterLogout singleSignOut(ProviderClient client) {
        return new ProviderLogout(client);
    }

    @Bean
    @Order(1)
    WayIn singleSignOn(
            IdentityProperties properties,
            ProviderLogins logins,
            ProviderPeople people,
            JdbcTemplate database,
            Clock clock,
            ApplicationEventPublisher events) {
        OpenId provider = Objects.requireNonNull(properties.openId());
        Visitors visitors = new Visitors(new Claims(provider), people);
        return new SingleSignOn(provider, logins, visitors, new EndedLogins(provider, database, clock), clock, events);
    }
}
