package io.rakegate.audit.bundle;

import io.rakegate.audit.AuditEvent;
import io.rakegate.audit.AuditTrail;
import io.rakegate.process.Change;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The events of a bundle, a page in memory at a time: the records themselves, and their hashes in a list of its own. */
@Component
class EventParts {

    static final String EVENTS = "events.jsonl";
    static final String HASHES = "events.sha256";
    private static final int PAGE = 500;

    private final AuditTrail trail;

    EventParts(AuditTrail trail) {
        this.trail = trail;
    }

    /** One record on each line, the bytes that are hashed; up to a place in the chain, so that late ones stay out. */
    void writeEvents(Change change, long last, OutputStream out) throws IOException {
        write(change, last, AuditEvent::record, out);
    }

    /** The hash of each record, in the same order: who changes records finds the list unchanged, and the other way. */
    void writeHashes(Change change, long last, OutputStream out) throws IOException {
        write(change, last, AuditEvent::hash, out);
    }

    private void write(Change change, long last, Function<AuditEvent, String> line, OutputStream out)
            throws IOException {
        long after = 0;
        while (after < last) {
            List<AuditEvent> page = trail.events(change, after, (int) Math.min(PAGE, last - after));
            if (page.isEmpty()) {
                throw new IOException("The audit trail ends before its event " + last);
            }
            for (AuditEvent event : page) {
                if (event.sequence() > last) {
                    return;
                }
                Lines.write(out, line.apply(event));
            }
            after = page.get(page.size() - 1).sequence();
        }
    }
}
