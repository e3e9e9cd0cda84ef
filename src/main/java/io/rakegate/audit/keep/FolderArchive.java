package io.rakegate.audit.keep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** An archive in a folder: a file appears under its name whole, and only after it is on the disk. */
final class FolderArchive implements Archive {

    private final Path folder;

    FolderArchive(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String put(String name, Path file) throws IOException {
        Path target = in(name);
        Files.createDirectories(target.getParent());
        Path arriving = Files.createTempFile(target.getParent(), "arriving", ".part");
        try {
            Files.copy(file, arriving, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(arriving, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(arriving, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(arriving);
        }
        return target.toString();
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(in(name));
    }

    private Path in(String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder) || target.equals(folder)) {
            throw new IOException(name + " is no name for a file in the archive");
        }
        return target;
    }
}
