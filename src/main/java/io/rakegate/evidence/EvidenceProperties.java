package io.rakegate.evidence;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How evidence is taken in.
 *
 * @param maxFileSize the largest file that is taken, 25 MB unless configured
 * @param scanTimeLimit how long the scan of one file for personal data may take, 60 seconds unless configured; a scan
 *     that takes longer refuses the upload
 * @param quarantineFor how long a file waits for an approver's decision about a false alarm before its bytes are
 *     deleted, 14 days unless configured
 */
@Validated
@ConfigurationProperties("rakegate.evidence")
record EvidenceProperties(
        @NotNull @DefaultValue("25MB") DataSize maxFileSize,
        @NotNull @DefaultValue("60s") Duration scanTimeLimit,
        @NotNull @DefaultValue("14d") Duration quarantineFor) {

    EvidenceProperties {
        if (maxFileSize.toBytes() < 1 || maxFileSize.toMegabytes() > 1024) {
            throw new IllegalArgumentException("rakegate.evidence.max-file-size has to be between 1B and 1GB, not "
                    + maxFileSize + ": larger files do not belong into evidence.");
        }
        if (scanTimeLimit.isNegative() || scanTimeLimit.isZero()) {
            throw new IllegalArgumentException("rakegate.evidence.scan-time-limit has to be longer than nothing.");
        }
        if (quarantineFor.isNegative() || quarantineFor.isZero()) {
            throw new IllegalArgumentException("rakegate.evidence.quarantine-for has to be longer than nothing.");
        }
    }
}
