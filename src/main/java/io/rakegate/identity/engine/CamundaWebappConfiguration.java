package io.rakegate.identity.engine;

import io.rakegate.identity.People;
import jakarta.servlet.DispatcherType;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts our login before the filters of Tasklist, Cockpit and Admin. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.webapp.enabled", matchIfMissing = true)
class CamundaWebappConfiguration {

    CamundaWebappConfiguration(CamundaBpmProperties properties, @Value("${rakegate.public-url:}") String publicUrl) {
        // our header is in place already, and theirs carries a nonce that goes wrong under two requests at once
        properties.getWebapp().getHeaderSecurity().setContentSecurityPolicyDisabled(true);
        properties.getWebapp().getCsrf().setEnableSecureCookie(publicUrl.startsWith("https:"));
    }

    @Bean
    FilterRegistrationBean<CamundaLogin> camundaLogin(
            People people, TeamTenants tenants, CamundaBpmProperties properties) {
        String path = properties.getWebapp().getApplicationPath();
        var registration = new FilterRegistrationBean<>(new CamundaLogin(people, tenants));
        registration.addUrlPatterns(path + "/app/*", path + "/api/*");
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }
}
