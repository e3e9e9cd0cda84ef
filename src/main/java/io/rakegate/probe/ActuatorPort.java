package io.rakegate.probe;

import java.net.InetAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.StringUtils;

/**
 * Keeps the actuator's own port to this machine unless the configuration names an address. Part of the actuator's
 * context, which Spring Boot makes beside ours from what is named in {@code META-INF/spring}.
 */
class ActuatorPort {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> thisMachineOnly(
            @Value("${management.server.address:}") String address) {
        return server -> {
            if (!StringUtils.hasText(address)) {
                server.setAddress(InetAddress.getLoopbackAddress());
            }
        };
    }
}
