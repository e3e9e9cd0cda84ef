package io.rakegate.process;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** When open pull requests are looked at: soon after the start, then at an interval; never if that is switched off. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LookSchedule implements SchedulingConfigurer {

    private static final Duration AFTER_THE_START = Duration.ofSeconds(30);

    private final OpeningProperties properties;
    private final OverlookedPullRequests overlooked;

    LookSchedule(OpeningProperties properties, OverlookedPullRequests overlooked) {
        this.properties = properties;
        this.overlooked = overlooked;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (properties.looks()) {
            tasks.addFixedDelayTask(new FixedDelayTask(overlooked::look, properties.lookEvery(), AFTER_THE_START));
        }
    }
}
