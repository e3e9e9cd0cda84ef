package io.rakegate.audit.bundle;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes files into a zip, hashes them as they pass, and links each to the one before. Holds none of them. Every entry
 * has the same date, so that the same files are the same zip.
 */
final class BundleZip {

    /** Says nothing; a date of today would make each copy another one. */
    private static final LocalDateTime DATE = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final List<BundleFile> files = new ArrayList<>();
    private String last;

    /**
     * Begins a zip.
     *
     * @param out where it goes; the caller closes it
     * @param head hash that the first file is linked to
     */
    BundleZip(OutputStream out, String head) {
        this.zip = new ZipOutputStream(out);
        this.last = head;
    }

    /** What writes the bytes of a file. */
    interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    void add(String name, Content content) throws IOException {
        Counted counted = new Counted(zip);
        begin(name);
        content.writeTo(counted);
        zip.closeEntry();
        BundleFile file = BundleFile.after(last, name, counted.sha256(), counted.size);
        last = file.link();
        files.add(file);
    }

    /** Adds what speaks about the files and so is none of them. */
    void addBeside(String name, byte[] content) throws IOException {
        begin(name);
        zip.write(content);
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(DATE);
        zip.putNextEntry(entry);
    }

    /** Ends the zip; without it, what was written is not one. */
    void finish() throws IOException {
        zip.finish();
    }

    List<BundleFile> files() {
        return Collections.unmodifiableList(files);
    }

    /** Counts and hashes what passes, and leaves the zip open. */
    private static final class Counted extends FilterOutputStream {

        private final MessageDigest digest;
        private long size;

        Counted(OutputStream zip) {
            this(zip, newDigest());
        }

        private Counted(OutputStream zip, MessageDigest digest) {
            super(new DigestOutputStream(zip, digest));
            this.digest = digest;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            size++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            size += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }

        private static MessageDigest newDigest() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException absent) {
                throw new IllegalStateException("Every Java has SHA-256, but this one does not", absent);
            }
        }
    }
}
