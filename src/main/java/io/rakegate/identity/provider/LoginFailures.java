package io.rakegate.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads somebody whose login at a provider came to nothing back to the login page, which says why and what to do. */
class LoginFailures implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LoginFailures.class);

    private final DefaultRedirectStrategy redirects = new DefaultRedirectStrategy();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why = why(failure);
        LOG.info("A login at a provider came to nothing ({}): {}", why, said(failure));
        redirects.sendRedirect(request, response, "/login?" + why);
    }

    /** What an address says is not logged, except for the name of the error: anybody can write an address. */
    private static String said(AuthenticationException failure) {
        if (failure instanceof OAuth2AuthenticationException protocol && !(failure instanceof TurnedAway)) {
            String code = protocol.getError().getErrorCode();
            return code.matches("[a-z_]{1,60}") ? code : "an error with a strange name";
        }
        return String.valueOf(failure.getMessage());
    }

    private static String why(AuthenticationException failure) {
        if (failure instanceof TurnedAway turnedAway) {
            return turnedAway.reason().name().toLowerCase(Locale.ROOT);
        }
        if (OutOfReach.isBehind(failure)) {
            return "unavailable";
        }
        boolean denied = failure instanceof OAuth2AuthenticationException protocol
                && OAuth2ErrorCodes.ACCESS_DENIED.equals(protocol.getError().getErrorCode());
        return denied ? "denied" : "unfinished";
    }
}
