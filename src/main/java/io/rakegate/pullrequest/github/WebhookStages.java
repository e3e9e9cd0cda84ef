package io.rakegate.pullrequest.github;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts deliveries per stage, as {@code rakegate.github.webhook} with the tag {@code stage}. What is received and comes
 * to no other stage has failed.
 */
record WebhookStages(Counter received, Counter refused, Counter ignored, Counter repeated, Counter recorded) {

    WebhookStages(MeterRegistry meters) {
        this(
                counter(meters, "received"),
                counter(meters, "refused"),
                counter(meters, "ignored"),
                counter(meters, "repeated"),
                counter(meters, "recorded"));
    }

    private static Counter counter(MeterRegistry meters, String stage) {
        return Counter.builder("rakegate.github.webhook")
                .description("Deliveries of GitHub's webhooks")
                .tag("stage", stage)
                .register(meters);
    }
}
