package io.rakegate.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bytes of one record, one chunk in memory at a time. A record with a piece missing fails, it never ends early. */
class StoredBytes extends InputStream {

    static final int CHUNK_BYTES = 256 * 1024;

    /** What is known of a file when its last byte has passed. */
    record Passed(long size, String sha256) {}

    /** Where bytes are kept in pieces, in order of {@code seq} from 0. */
    enum Table {
        EVIDENCE(
                "insert into evidence_chunk (evidence_id, seq, bytes) values (?, ?, ?)",
                "select bytes from evidence_chunk where evidence_id = ? and seq = ?"),
        QUARANTINE(
                "insert into evidence_quarantine_chunk (quarantine_id, seq, bytes) values (?, ?, ?)",
                "select bytes from evidence_quarantine_chunk where quarantine_id = ? and seq = ?");

        private final String insert;
        private final String select;

        Table(String insert, String select) {
            this.insert = insert;
            this.select = select;
        }

        /**
         * Stores bytes in the transaction that is under way.
         *
         * @throws UncheckedIOException if they cannot be read to their end
         */
        Passed store(JdbcClient jdbc, UUID id, InputStream bytes) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                byte[] buffer = new byte[CHUNK_BYTES];
                long size = 0;
                int seq = 0;
                for (int length; (length = bytes.readNBytes(buffer, 0, CHUNK_BYTES)) > 0; seq++) {
                    digest.update(buffer, 0, length);
                    size += length;
                    jdbc.sql(insert)
                            .params(id, seq, Arrays.copyOf(buffer, length))
                            .update();
                }
                return new Passed(size, HexFormat.of().formatHex(digest.digest()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
            }
        }

        InputStream open(JdbcClient jdbc, UUID id, long size) {
            return new StoredBytes(this, jdbc, id, size);
        }
    }

    private final Table table;
    private final JdbcClient jdbc;
    private final UUID id;
    private long remaining;
    private byte[] chunk = new byte[0];
    private int position;
    private int nextSeq;

    private StoredBytes(Table table, JdbcClient jdbc, UUID id, long size) {
        this.table = table;
        this.jdbc = jdbc;
        this.id = id;
        this.remaining = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (remaining == 0) {
            return -1;
        }
        if (position == chunk.length) {
            nextChunk();
        }
        int count = (int) Math.min(remaining, Math.min(length, chunk.length - position));
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        remaining -= count;
        return count;
    }

    private void nextChunk() throws IOException {
        chunk = jdbc.sql(table.select)
                .params(id, nextSeq)
                .query(byte[].class)
                .optional()
                .filter(bytes -> bytes.length > 0)
                .orElseThrow(() -> new IOException(
                        "Evidence " + id + " is incomplete: piece " + nextSeq + " is missing in the database."));
        position = 0;
        nextSeq++;
    }
}
