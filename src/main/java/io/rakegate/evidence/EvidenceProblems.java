package io.rakegate.evidence;

import io.rakegate.evidence.personaldata.ScanTookTooLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Says every refusal as RFC 9457 problem JSON: {@code field} names the form field, {@code detail} what to do. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(
        assignableTypes = {EvidenceController.class, LogReadingController.class, QuarantineController.class})
class EvidenceProblems {

    private final EvidenceProperties properties;

    EvidenceProblems(EvidenceProperties properties) {
        this.properties = properties;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(EvidenceRefused refused) {
        ProblemDetail problem = problem(refused.status(), refused.field(), refused.reason());
        if (!refused.hits().isEmpty()) {
            problem.setProperty("hits", refused.hits());
        }
        return ResponseEntity.status(refused.status()).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException tooLarge) {
        return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE)
                .body(problem(HttpStatus.PAYLOAD_TOO_LARGE, "file", EvidenceFile.tooLarge(properties.maxFileSize())));
    }

    /** Nothing is known about a text whose scan did not come to its end, so nothing of it is taken. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unfinished(ScanTookTooLong tooLong) {
        return refused(EvidenceScan.unfinished(tooLong));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(MultipartException unreadable) {
        return ResponseEntity.badRequest().body(problem(HttpStatus.BAD_REQUEST, "file", """
                        The form could not be read: it is cut off or malformed. \
                        Send multipart/form-data with a part named file, and upload it again."""));
    }

    private static ProblemDetail problem(HttpStatus status, @Nullable String field, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle("Evidence not taken");
        if (field != null) {
            problem.setProperty("field", field);
        }
        return problem;
    }
}
