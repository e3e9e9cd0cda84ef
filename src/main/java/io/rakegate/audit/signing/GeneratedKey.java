package io.rakegate.audit.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A key that the first start makes and the following ones find, in a file that only its owner can read. */
final class GeneratedKey {

    private static final Logger log = LoggerFactory.getLogger(GeneratedKey.class);

    private GeneratedKey() {}

    static KeyPair in(Path file) {
        try {
            return Files.exists(file) ? read(file) : make(file);
        } catch (IOException unreachable) {
            throw new UncheckedIOException("The key for audit bundles cannot be kept in " + file, unreachable);
        }
    }

    private static KeyPair make(Path file) throws IOException {
        KeyPair pair = Ed25519.generate();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path whole = Files.createTempFile(folder, "key", ".new", onlyForItsOwner(file));
        try {
            Files.writeString(whole, Ed25519.pem(pair.getPrivate()));
            // a link appears whole or not at all, and never over a key that another start has made meanwhile
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException another) {
            return read(file);
        } finally {
            Files.delete(whole);
        }
        log.info("Made a key for audit bundles in {}", file);
        return pair;
    }

    private static FileAttribute<?>[] onlyForItsOwner(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static KeyPair read(Path file) throws IOException {
        try {
            return Ed25519.pair(Files.readString(file));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException(
                    file + " holds no Ed25519 key any more. Put it back, or remove the file to begin with a new key.",
                    unreadable);
        }
    }
}
