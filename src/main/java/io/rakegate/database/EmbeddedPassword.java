package io.rakegate.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/**
 * Keeps the other accounts of this machine out of the embedded database, whose login may run programs as its owner.
 *
 * <p>The password is random and lies beside the data, in a file that only its owner reads. The library sets a database
 * up without one, so it is set right after the first start; from then on nobody gets in without it.
 */
final class EmbeddedPassword {

    private static final int BYTES = 24;
    private static final String RULE = "host all all 127.0.0.1/32 %s%n";

    private final Path file;
    private final String text;
    private final boolean known;

    private EmbeddedPassword(Path file, String text, boolean known) {
        this.file = file;
        this.text = text;
        this.known = known;
    }

    /** The password of the database in this directory, or a new one if its file is not there. */
    static EmbeddedPassword of(Path directory) throws IOException {
        Path file = directory.resolveSibling(directory.getFileName() + ".password");
        if (Files.exists(file)) {
            return new EmbeddedPassword(file, Files.readString(file).strip(), true);
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return new EmbeddedPassword(file, HexFormat.of().formatHex(random), false);
    }

    String text() {
        return text;
    }

    /** Before the start: whoever owns the files may set a new password where the old one is lost. */
    void letTheOwnerInOnceIfItIsNew(Path directory) throws IOException {
        if (!known) {
            writeRule(directory, "trust");
        }
    }

    /** After each start, so that a start that was interrupted here leaves no open door. */
    void demand(Connection connection, Path directory) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter role %s password '%s'".formatted(EmbeddedDatabase.USER, text));
            save();
            writeRule(directory, "scram-sha-256");
            statement.execute("select pg_reload_conf()");
        }
    }

    private void save() throws IOException {
        if (known) {
            return;
        }
        Path written = Files.createTempFile(file.getParent(), "password", "", onlyTheOwner(file));
        Files.writeString(written, text);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] onlyTheOwner(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void writeRule(Path directory, String method) throws IOException {
        Files.writeString(directory.resolve("pg_hba.conf"), RULE.formatted(method));
    }
}
