package io.rakegate.sandbox.github;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GitHub says no. Carries the status and the sentence that the wire format and the pages show. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final List<FieldError> errors;

    private Refusal(int status, String message, List<FieldError> errors) {
        super(message);
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    /**
     * What is wrong with one field of a request.
     *
     * @param resource the kind of thing, such as {@code IssueComment}
     * @param field the field, null if it is about the whole
     * @param code such as {@code missing_field}, {@code invalid} or {@code custom}
     * @param message a sentence, for {@code custom}
     */
    public record FieldError(
            String resource,
            @Nullable String field,
            String code,
            @Nullable String message) implements Serializable {}

    /** It is not there, or not for this account to see. */
    public static Refusal notFound() {
        return new Refusal(404, "Not Found", List.of());
    }

    /** What the sentence names is not there. */
    public static Refusal notFound(String sentence) {
        return new Refusal(404, sentence, List.of());
    }

    /** One field of the request is missing or makes no sense. */
    public static Refusal invalid(String resource, String field, String code) {
        return new Refusal(422, "Validation Failed", List.of(new FieldError(resource, field, code, null)));
    }

    /** The request makes sense and is not allowed; the sentence says why. */
    public static Refusal unprocessable(String sentence) {
        return new Refusal(422, sentence, List.of());
    }

    /** The account may see it and not do this. */
    public static Refusal forbidden(String sentence) {
        return new Refusal(403, sentence, List.of());
    }

    /** The pull request cannot be merged as it stands. */
    public static Refusal notMergeable(String sentence) {
        return new Refusal(405, sentence, List.of());
    }

    /** The request is not readable at all. */
    public static Refusal badRequest(String sentence) {
        return new Refusal(400, sentence, List.of());
    }

    /** The HTTP status that says the same. */
    public int status() {
        return status;
    }

    /** Which fields are wrong, if that is the reason. */
    public List<FieldError> errors() {
        return errors;
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
