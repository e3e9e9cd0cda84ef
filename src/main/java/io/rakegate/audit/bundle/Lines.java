package io.rakegate.audit.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Lines of text in UTF-8, each ended by a line feed on every machine. */
final class Lines {

    private Lines() {}

    static void write(OutputStream out, String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
