package io.rakegate.sandbox.github.page;

import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A refused button comes back to its page with the reason; a page that is not there says so. */
@InSandbox
@ControllerAdvice(assignableTypes = {GitHubPages.class, GitHubButtons.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {

    static final String REFUSAL = "refusal";

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request, RedirectAttributes redirect) {
        Object page = request.getAttribute(GitHubButtons.PAGE);
        if (request.getMethod().equals("POST") && refusal.status() != 404 && page != null) {
            redirect.addFlashAttribute(REFUSAL, refusal.sentence());
            return new ModelAndView("redirect:" + page);
        }
        ModelAndView answer = new ModelAndView("sandbox/github/missing");
        answer.setStatus(HttpStatusCode.valueOf(refusal.status()));
        return answer.addObject("sentence", refusal.sentence());
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView noNumber(HttpServletRequest request, RedirectAttributes redirect) {
        return refused(Refusal.notFound(), request, redirect);
    }
}
