package io.rakegate.sandbox.github.page;

import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells programs why something was refused, as problem JSON. */
@InSandbox
@RestControllerAdvice(assignableTypes = {ControlApi.class, OutageApi.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class ControlErrors {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        HttpStatus status = HttpStatus.valueOf(refusal.status());
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, refusal.sentence()))
                .build();
    }
}
