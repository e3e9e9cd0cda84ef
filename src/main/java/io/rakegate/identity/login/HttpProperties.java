package io.rakegate.identity.login;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much one caller may ask of this node, and who reads its metrics.
 *
 * @param requestsPerMinute how many requests one person, or one address without a login, may make in a minute; as many
 *     may come at once
 * @param failedLoginsPerMinute how many logins of one address may fail in a minute, passwords and tokens alike
 * @param maxBodySize the largest body of a request to the interfaces; evidence and webhooks have limits of their own
 * @param maxDeploymentSize the largest body with files for the engine, such as a deployment
 * @param metricsToken what a scraper sends as {@code Authorization: Bearer} to read the actuator; without one only
 *     administrators read it
 */
@Validated
@ConfigurationProperties("rakegate.http")
record HttpProperties(
        @DefaultValue("3000") @Min(60) int requestsPerMinute,
        @DefaultValue("60") @Min(1) int failedLoginsPerMinute,
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue("10MB") DataSize maxDeploymentSize,
        @DefaultValue("") String metricsToken) {

    /** The token stays out of logs and error pages. */
    @Override
    public String toString() {
        return "HttpProperties[requestsPerMinute=%d, failedLoginsPerMinute=%d, maxBodySize=%s, maxDeploymentSize=%s]"
                .formatted(requestsPerMinute, failedLoginsPerMinute, maxBodySize, maxDeploymentSize);
    }
}
