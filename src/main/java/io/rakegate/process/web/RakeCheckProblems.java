package io.rakegate.process.web;

import io.rakegate.process.InputRefused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What can go wrong at {@code /api/rake-checks}, as problem JSON (RFC 9457) that names the field or the place. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = RakeChecksController.class)
class RakeCheckProblems {

    @ExceptionHandler
    ProblemDetail notRuby(NotRuby notRuby) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, "file", String.valueOf(notRuby.getMessage()));
        if (notRuby.line() > 0) {
            problem.setProperty("line", notRuby.line());
            problem.setProperty("column", notRuby.column());
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail refused(InputRefused refused) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, refused.field(), String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler({FileTooLarge.class, MaxUploadSizeExceededException.class})
    ProblemDetail tooLarge(RuntimeException tooLarge) {
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, "file", String.valueOf(new FileTooLarge().getMessage()));
    }

    @ExceptionHandler
    ProblemDetail noFile(MissingServletRequestPartException missing) {
        return problem(
                HttpStatus.UNPROCESSABLE_ENTITY, "file", "The form has no part named file. Send the rake file in it.");
    }

    @ExceptionHandler
    ProblemDetail malformed(MultipartException malformed) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "file",
                "The form could not be read: it is cut off or malformed. Send it again.");
    }

    private static ProblemDetail problem(HttpStatus status, String field, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle("Rake file not checked");
        problem.setProperty("field", field);
        return problem;
    }
}
