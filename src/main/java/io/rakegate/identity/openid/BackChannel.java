package io.rakegate.identity.openid;

import io.rakegate.identity.login.Paths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where the provider says that somebody logged out there. While its keys are out of reach it shall say so again. */
class BackChannel extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Paths.BACK_CHANNEL.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException outage) {
            logger.warn("What the provider says about a log-out cannot be checked: " + outage.getMessage());
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }
}
