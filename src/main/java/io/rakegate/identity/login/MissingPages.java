package io.rakegate.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Where nothing is: a person's browser gets the page that says so, a program the problem. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MissingPages {

    @ExceptionHandler(NoResourceFoundException.class)
    @Nullable ResponseEntity<ProblemDetail> nothingThere(
            NoResourceFoundException nothing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (CsrfCookieFilter.loadsPage(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return null;
        }
        return ResponseEntity.of(nothing.getBody()).build();
    }
}
