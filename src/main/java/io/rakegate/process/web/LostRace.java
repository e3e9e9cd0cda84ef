package io.rakegate.process.web;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells whoever acted at the same moment as somebody else, at any of our interfaces, that only the other act counts. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = RestController.class)
class LostRace {

    @ExceptionHandler
    ProblemDetail lost(OptimisticLockingException lost) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                "Something else happened to this change at the same moment, so nothing was done. Try again.");
    }
}
