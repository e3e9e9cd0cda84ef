package io.rakegate.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bytes of one record, one chunk in memory at a time. A record with a piece missing fails, it never ends early. */
class StoredBytes extends InputStream {

    private final JdbcClient jdbc;
    private final UUID id;
    private long remaining;
    private byte[] chunk = new byte[0];
    private int position;
    private int nextSeq;

    StoredBytes(JdbcClient jdbc, UUID id, long size) {
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
        chunk = jdbc.sql("select bytes from evidence_chunk where evidence_id = ? and seq = ?")
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
