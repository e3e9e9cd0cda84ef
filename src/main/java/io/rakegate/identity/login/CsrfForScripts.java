package io.rakegate.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.util.StringUtils;

/**
 * The CSRF token as scripts and pages send it. The session holds the token; a script, such as that of a form in
 * Tasklist, reads it from a cookie and sends it in a header, a page sends a masked one in a hidden field.
 */
class CsrfForScripts implements CsrfTokenRequestHandler {

    static final String COOKIE = "RAKEGATE-CSRF";
    static final String HEADER = "X-RAKEGATE-CSRF";

    private final CsrfTokenRequestHandler plain = new CsrfTokenRequestAttributeHandler();
    private final CsrfTokenRequestHandler masked = new XorCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        masked.handle(request, response, token);
        Supplier<CsrfToken> unmasked = token;
        request.setAttribute(CsrfForScripts.class.getName(), unmasked);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        boolean inHeader = StringUtils.hasText(request.getHeader(token.getHeaderName()));
        return (inHeader ? plain : masked).resolveCsrfTokenValue(request, token);
    }

    /** Gives the browser the cookie that scripts read the token from. */
    static void writeCookie(HttpServletRequest request, HttpServletResponse response, boolean alwaysSecure) {
        if (request.getAttribute(CsrfForScripts.class.getName()) instanceof Supplier<?> supplier
                && supplier.get() instanceof CsrfToken token) {
            String path = request.getContextPath().isEmpty() ? "/" : request.getContextPath();
            ResponseCookie cookie = ResponseCookie.from(COOKIE, token.getToken())
                    .path(path)
                    .secure(alwaysSecure || request.isSecure())
                    .sameSite("Strict")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }
}
