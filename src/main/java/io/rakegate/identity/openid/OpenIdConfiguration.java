package io.rakegate.identity.openid;

import io.rakegate.identity.IdentityProperties;
import io.rakegate.identity.OpenId;
import io.rakegate.identity.engine.ProviderPeople;
import io.rakegate.identity.login.WayIn;
import java.time.Clock;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the way in by a provider where the configuration names one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("rakegate.identity.open-id.issuer")
class OpenIdConfiguration {

    @Bean
    WayIn singleSignOn(
            IdentityProperties properties, ProviderPeople people, Clock clock, ApplicationEventPublisher events) {
        OpenId provider = Objects.requireNonNull(properties.openId());
        return new SingleSignOn(provider, new Visitors(new Claims(provider), people), clock, events);
    }
}
