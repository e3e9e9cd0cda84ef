package io.rakegate.identity.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What happens to whoever is turned away: a page leads to the login page, an interface answers with a problem, and so does
 * a page to wrong credentials in the header, which no person's browser sends. The challenge names no scheme that a browser
 * has a window for.
 */
class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String UNAVAILABLE =
            "The provider at which you logged in cannot be reached, so nothing was done. Please try again in a minute.";

    private final RequestMatcher interfaces;
    private final Problems problems;
    private final LoginUrlAuthenticationEntryPoint loginPage = new LoginUrlAuthenticationEntryPoint("/login");

    Doorkeeper(RequestMatcher interfaces, Problems problems) {
        this.interfaces = interfaces;
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (reason instanceof AuthenticationServiceException) {
            unavailable(request, response);
        } else if (wantsPage(request) && !broughtWrongCredentials(request, reason)) {
            loginPage.commence(request, response, reason);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Session realm=\"Rakegate\"");
            problems.send(request, response, HttpStatus.UNAUTHORIZED, "Please log in.");
        }
    }

    /** Who somebody is cannot be found out now. The login, if there is one, stays. */
    private void unavailable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        if (wantsPage(request)) {
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value(), UNAVAILABLE);
        } else {
            problems.send(request, response, HttpStatus.SERVICE_UNAVAILABLE, UNAVAILABLE);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        String why = reason instanceof CsrfException
                ? "The request lacks a valid CSRF token. Send the value of the cookie " + CsrfForScripts.COOKIE
                        + " in the header " + CsrfForScripts.HEADER + "."
                : "You may not do this.";
        if (wantsPage(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value(), why);
        } else {
            problems.send(request, response, HttpStatus.FORBIDDEN, why);
        }
    }

    /** Credentials in the header that were looked at and found wrong; those of a kind that is not taken here are not. */
    private static boolean broughtWrongCredentials(HttpServletRequest request, AuthenticationException reason) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                && !(reason instanceof InsufficientAuthenticationException);
    }

    private boolean wantsPage(HttpServletRequest request) {
        boolean script = "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
        return !script && !interfaces.matches(request);
    }
}
