package io.rakegate.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Evidence that is not taken, with the reason and what to do about it. Nothing was stored. */
class EvidenceRefused extends RuntimeException {

    private final HttpStatus status;
    private final @Nullable String field;
    private final transient List<?> hits;

    /**
     * @param status how HTTP says it
     * @param field the form field to look at, null if it is none of them
     * @param reason what is wrong and what to do, in sentences
     */
    EvidenceRefused(HttpStatus status, @Nullable String field, String reason) {
        this(status, field, reason, List.of());
    }

    /** @param hits what the scan for personal data found, masked */
    EvidenceRefused(HttpStatus status, @Nullable String field, String reason, List<?> hits) {
        super(reason);
        this.status = status;
        this.field = field;
        this.hits = List.copyOf(hits);
    }

    /** A form field that cannot be taken as it is. */
    static EvidenceRefused unprocessable(String field, String reason) {
        return new EvidenceRefused(HttpStatus.UNPROCESSABLE_ENTITY, field, reason);
    }

    HttpStatus status() {
        return status;
    }

    @Nullable String field() {
        return field;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    List<?> hits() {
        return hits;
    }
}
