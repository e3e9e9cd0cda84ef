package io.rakegate.audit.check;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The check of what is recorded.
 *
 * @param cron when it runs, as a cron expression of Spring in UTC
 * @param most how many changes one check compares at most; those whose last check is longest ago come first
 */
@Validated
@ConfigurationProperties("rakegate.audit.check")
record CheckProperties(
        @DefaultValue("0 30 2 * * *") @NotBlank String cron,

        @DefaultValue("500") @Min(1) int most) {}
