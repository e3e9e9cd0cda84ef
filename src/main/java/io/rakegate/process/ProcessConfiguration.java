package io.rakegate.process;

import io.rakegate.policy.PolicyRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the rules, which know no Spring, available to the process. */
@Configuration(proxyBeanMethods = false)
class ProcessConfiguration {

    @Bean
    PolicyRules policyRules(ProcessProperties properties) {
        return new PolicyRules(properties.productionRakeFolder());
    }
}
