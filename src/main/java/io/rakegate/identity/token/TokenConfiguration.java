package io.rakegate.identity.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the tokens' filter for the door, and keeps it out of every other chain. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    TokenFilter tokenFilter(AccessTokens tokens, OwnersLogin ownersLogin, ObjectMapper json) {
        return new TokenFilter(tokens, ownersLogin, json);
    }

    @Bean
    FilterRegistrationBean<TokenFilter> onlyAtTheDoor(TokenFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
