package io.rakegate.pullrequest.github;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets {@link Deliveries} forget old ones from time to time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WebhookConfiguration {}
