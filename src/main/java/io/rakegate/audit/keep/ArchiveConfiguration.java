package io.rakegate.audit.keep;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The archive that is configured, if one is. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ArchiveConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ArchiveConfiguration.class);

    @Bean
    ArchivePlace archivePlace(ArchiveProperties properties) {
        if (properties.folder() != null) {
            return new ArchivePlace(new FolderArchive(properties.folder()));
        }
        if (properties.s3() != null) {
            return new ArchivePlace(new S3Archive(properties.s3()));
        }
        log.warn("No archive is configured (rakegate.audit.archive.folder or .s3), so the history of changes that have"
                + " ended is never cleaned up.");
        return new ArchivePlace(null);
    }
}
