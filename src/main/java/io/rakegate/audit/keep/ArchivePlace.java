package io.rakegate.audit.keep;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The archive, or that there is none. */
final class ArchivePlace implements AutoCloseable {

    private final @Nullable Archive archive;

    ArchivePlace(@Nullable Archive archive) {
        this.archive = archive;
    }

    Optional<Archive> archive() {
        return Optional.ofNullable(archive);
    }

    @Override
    public void close() {
        if (archive instanceof S3Archive s3) {
            s3.close();
        }
    }
}
