package io.rakegate.probe;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpointWebExtension;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Health, as a stranger sees it, on the port that people use, while the actuator is on another. */
@Hidden
@RestController
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class HealthProbe {

    private final HealthEndpointWebExtension health;

    HealthProbe(HealthEndpointWebExtension health) {
        this.health = health;
    }

    @GetMapping("/actuator/health")
    ResponseEntity<HealthComponent> whole() {
        return answer();
    }

    @GetMapping("/actuator/health/{group}")
    ResponseEntity<HealthComponent> group(@PathVariable String group) {
        return answer(group);
    }

    private ResponseEntity<HealthComponent> answer(String... path) {
        WebEndpointResponse<HealthComponent> seen =
                health.health(ApiVersion.LATEST, WebServerNamespace.SERVER, SecurityContext.NONE, path);
        return ResponseEntity.status(seen.getStatus()).body(seen.getBody());
    }
}
