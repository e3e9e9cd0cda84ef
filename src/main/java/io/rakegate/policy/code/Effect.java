package io.rakegate.policy.code;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a task does outside the database, and that no rollback takes back.
 *
 * @param call the call that does it
 * @param kind what it does
 */
public record Effect(Call call, Kind kind) {

    private static final Set<String> ENQUEUES = Set.of(
            "perform_async", "perform_in", "perform_at", "perform_later", "perform_bulk", "push_bulk", "enqueue");
    private static final Set<String> MAILS =
            Set.of("deliver_now", "deliver_later", "deliver_now!", "deliver_later!", "deliver");
    private static final Set<String> UPLOADS =
            Set.of("put_object", "upload_file", "upload", "upload!", "upload_stream");
    private static final Set<String> HTTP_LIBRARIES =
            Set.of("Faraday", "HTTParty", "RestClient", "Typhoeus", "HTTP", "Net::HTTP");
    private static final Set<String> HTTP_WRITES = Set.of("post", "put", "patch", "delete", "post_form");

    /** What it does. */
    public enum Kind {
        ENQUEUES_JOBS("enqueues jobs"),
        SENDS_MAIL("sends messages"),
        UPLOADS_FILES("uploads files"),
        CALLS_ANOTHER_SYSTEM("sends data to another system");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What it does, after "the task". */
        public String words() {
            return words;
        }
    }

    /** The effect that a call has, if it has one. */
    public static Optional<Effect> of(Call call) {
        Kind kind = kind(call);
        return kind == null ? Optional.empty() : Optional.of(new Effect(call, kind));
    }

    private static @Nullable Kind kind(Call call) {
        if (call.isOneOf(ENQUEUES)) {
            return Kind.ENQUEUES_JOBS;
        }
        if (call.isOneOf(MAILS)) {
            return Kind.SENDS_MAIL;
        }
        if (call.isOneOf(UPLOADS)) {
            return Kind.UPLOADS_FILES;
        }
        String constant = call.rootConstant();
        boolean posts = constant != null && HTTP_LIBRARIES.contains(constant) && call.isOneOf(HTTP_WRITES);
        return posts ? Kind.CALLS_ANOTHER_SYSTEM : null;
    }
}
