package io.rakegate.audit.web;

import io.rakegate.audit.signing.PublishedKey;
import io.rakegate.audit.signing.SigningKeys;
import io.rakegate.identity.SelfGuarded;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys with which bundles are verified; open to everybody, since who verifies may have no login here. */
@RestController
@Tag(name = "Audit")
class KeysController {

    private static final String PATH = "/api/audit/keys";

    private final SigningKeys keys;

    KeysController(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping(PATH)
    @Operation(summary = "The public keys that signed audit bundles, the one that signs now first")
    List<PublishedKey> keys() {
        return keys.all();
    }

    /** Public keys are no secret, so there is nothing to check. */
    @Configuration(proxyBeanMethods = false)
    static class OpenToEverybody {

        @Bean
        SelfGuarded publicKeys() {
            return () -> List.of(PATH);
        }
    }
}
