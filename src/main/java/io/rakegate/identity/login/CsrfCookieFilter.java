package io.rakegate.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Hands out the CSRF cookie with every page that somebody with a session loads, if the browser lacks it. */
class CsrfCookieFilter extends OncePerRequestFilter {

    private final boolean alwaysSecure;

    CsrfCookieFilter(String publicUrl) {
        this.alwaysSecure = publicUrl.startsWith("https:");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (loadsPage(request) && request.getSession(false) != null) {
            CsrfForScripts.writeCookie(request, response, alwaysSecure);
        }
        chain.doFilter(request, response);
    }

    /** Whether a browser loads a page, rather than a script or a part of one. */
    static boolean loadsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return "GET".equals(request.getMethod()) && accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
