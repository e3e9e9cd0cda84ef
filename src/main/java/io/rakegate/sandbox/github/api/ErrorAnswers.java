package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers refusals and unreadable requests in the shape that GitHub's clients understand. */
@InSandbox
@RestControllerAdvice(basePackageClasses = ErrorAnswers.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorAnswers {

    @ExceptionHandler
    ResponseEntity<ObjectNode> refused(Refusal refusal) {
        return ResponseEntity.status(refusal.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(ErrorJson.of(refusal));
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ObjectNode> unreadable() {
        return refused(Refusal.badRequest("Problems parsing JSON"));
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<ObjectNode> noNumber() {
        return refused(Refusal.notFound());
    }
}
