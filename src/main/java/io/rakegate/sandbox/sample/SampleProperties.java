package io.rakegate.sandbox.sample;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sandbox's sample changes.
 *
 * @param samples whether to make them on the first start of an empty database
 * @param samplesWithin how long that may take before it is left for the next start
 */
@ConfigurationProperties("rakegate.sandbox")
record SampleProperties(
        @DefaultValue("true") boolean samples,
        @DefaultValue("10m") Duration samplesWithin) {}
