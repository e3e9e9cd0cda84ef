package io.rakegate.evidence;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The kinds of file that are taken as evidence, told by their content. */
enum FileType {
    CSV("text/csv", "csv tsv"),
    JSON("application/json", "json"),
    /** Any other text, markup included: it is never rendered where Rakegate answers. */
    TEXT("text/plain", "txt log out jsonl ndjson md html htm svg xml yml yaml sql rb"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg jpeg"),
    PDF("application/pdf", "pdf"),
    ZIP("application/zip", "zip"),
    GZIP("application/gzip", "gz tgz");

    /** How many bytes from the start of a file {@link #ofMagic} wants to see. */
    static final int MAGIC_BYTES = 8;

    /** Names that promise a kind of file that is not taken, whatever is in it. */
    private static final Set<String> OF_OTHER_TYPES = Set.of(
            "exe", "dll", "msi", "com", "bat", "cmd", "ps1", "jar", "war", "class", "so", "dylib", "apk", "doc", "docx",
            "xls", "xlsx", "ppt", "pptx", "odt", "ods", "rtf", "gif", "bmp", "webp", "tif", "tiff", "heic", "ico",
            "mp3", "mp4", "mov", "avi", "webm", "wav", "tar", "bz2", "xz", "7z", "rar", "zst", "iso", "dump", "sqlite",
            "db", "parquet");

    private final String mediaType;
    private final String extensions;

    FileType(String mediaType, String extensions) {
        this.mediaType = mediaType;
        this.extensions = " " + extensions + " ";
    }

    String mediaType() {
        return mediaType;
    }

    boolean isText() {
        return this == CSV || this == JSON || this == TEXT;
    }

    /** The type that a file which is not text shows by its first bytes; empty if it is none that is taken. */
    static Optional<FileType> ofMagic(byte[] start) {
        if (startsWith(start, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(PNG);
        }
        if (startsWith(start, 0xff, 0xd8, 0xff)) {
            return Optional.of(JPEG);
        }
        if (startsWith(start, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(PDF);
        }
        if (startsWith(start, 'P', 'K', 3, 4)) {
            return Optional.of(ZIP);
        }
        if (startsWith(start, 0x1f, 0x8b, 8)) {
            return Optional.of(GZIP);
        }
        return Optional.empty();
    }

    /** The kind of text that a name says; a name that says nothing, such as {@code rake.log.1}, is plain text. */
    static FileType ofTextNamed(String name) {
        return Arrays.stream(values())
                .filter(type -> type.isText() && type.hasExtension(FileName.extension(name)))
                .findFirst()
                .orElse(TEXT);
    }

    /** Whether a file of this type may have this name. */
    boolean mayBeNamed(String name) {
        String extension = FileName.extension(name);
        if (!isText()) {
            return hasExtension(extension);
        }
        return !OF_OTHER_TYPES.contains(extension)
                && Arrays.stream(values()).noneMatch(type -> !type.isText() && type.hasExtension(extension));
    }

    private boolean hasExtension(String extension) {
        return extensions.contains(" " + extension + " ");
    }

    private static boolean startsWith(byte[] start, int... magic) {
        if (start.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((start[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
