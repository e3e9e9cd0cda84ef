package io.rakegate.audit.keep;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the bundles of changes that have ended are kept for good. Without either, nothing is archived, and so the
 * history of no change is ever cleaned up.
 *
 * @param folder a folder, best on storage that keeps what is written once; null for none
 * @param s3 a bucket of Amazon S3 or of a store that speaks its protocol; null for none
 */
@Validated
@ConfigurationProperties("rakegate.audit.archive")
record ArchiveProperties(
        @Nullable Path folder, @Valid @Nullable S3 s3) {

    ArchiveProperties {
        if (folder != null && s3 != null) {
            throw new IllegalArgumentException(
                    "rakegate.audit.archive has both a folder and an S3 bucket; choose the one that is the archive.");
        }
    }

    /**
     * A bucket.
     *
     * @param bucket its name
     * @param prefix what the names of the objects begin with, such as {@code rakegate/}
     * @param region its region
     * @param endpoint address of the store, null for Amazon's own
     * @param pathStyle whether the bucket stands in the path and not in the host name, as most other stores want it
     * @param accessKeyId with the secret: credentials; without, those of the machine are used, as by every AWS tool
     * @param secretAccessKey the secret
     */
    record S3(
            @NotBlank String bucket,
            @DefaultValue("") String prefix,
            @DefaultValue("us-east-1") @NotBlank String region,
            @Nullable URI endpoint,
            @DefaultValue("false") boolean pathStyle,
            @NotNull @DefaultValue("") String accessKeyId,
            @NotNull @DefaultValue("") String secretAccessKey) {

        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "S3[bucket=" + bucket + ", prefix=" + prefix + ", region=" + region + "]";
        }
    }
}
