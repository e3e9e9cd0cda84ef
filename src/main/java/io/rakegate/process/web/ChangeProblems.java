package io.rakegate.process.web;

import io.rakegate.process.ActRefused;
import io.rakegate.process.ChangeAlreadyRunning;
import io.rakegate.process.InputRefused;
import io.rakegate.process.PublicAddress;
import io.rakegate.pullrequest.PullRequestUnreadable;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What can go wrong at {@code /api/changes}, as problem JSON (RFC 9457) that names the field. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = {ChangesController.class, FindingsController.class})
class ChangeProblems {

    private final PublicAddress address;

    ChangeProblems(PublicAddress address) {
        this.address = address;
    }

    @ExceptionHandler
    ProblemDetail refused(InputRefused refused) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, refused, Map.of("field", refused.field()));
    }

    @ExceptionHandler
    ProblemDetail invalid(MethodArgumentNotValidException invalid) {
        List<String> fields = invalid.getFieldErrors().stream()
                .map(error -> error.getField() + " " + error.getDefaultMessage())
                .sorted()
                .toList();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY, "These fields do not fit: " + String.join("; ", fields) + ".");
        invalid.getFieldErrors().stream()
                .findFirst()
                .ifPresent(error -> problem.setProperty("field", error.getField()));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unreadable(PullRequestUnreadable unreadable) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, unreadable, Map.of("field", "pullRequest"));
    }

    @ExceptionHandler
    ProblemDetail unavailable(PullRequestsUnavailable unavailable) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, unavailable, Map.of());
    }

    @ExceptionHandler
    ProblemDetail running(ChangeAlreadyRunning running) {
        var ref = running.change();
        String url = address.publicUrl() + "/api/changes/" + ref.owner() + "/" + ref.repository() + "/" + ref.number();
        return problem(HttpStatus.CONFLICT, running, Map.of("url", url));
    }

    @ExceptionHandler
    ProblemDetail forbidden(ActRefused refused) {
        return problem(HttpStatus.FORBIDDEN, refused, Map.of());
    }

    @ExceptionHandler
    ProblemDetail missing(NoSuchChange missing) {
        return problem(HttpStatus.NOT_FOUND, missing, Map.of());
    }

    private static ProblemDetail problem(HttpStatus status, RuntimeException why, Map<String, Object> more) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(why.getMessage()));
        more.forEach(problem::setProperty);
        return problem;
    }
}
