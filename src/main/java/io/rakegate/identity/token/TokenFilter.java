package io.rakegate.identity.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets programs in that send a token of ours as their bearer token, for one request at a time, as far as its scope goes.
 * Bearer tokens of the identity provider look different and are left to it.
 */
public class TokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private static final String LOG_IN_AGAIN = "The owner of this token has not logged in for a while, so nobody says"
            + " which groups they are in now. Once they log in on the login page it is good again.";

    private final AccessTokens tokens;
    private final OwnersLogin ownersLogin;
    private final ObjectMapper json;

    TokenFilter(AccessTokens tokens, OwnersLogin ownersLogin, ObjectMapper json) {
        this.tokens = tokens;
        this.ownersLogin = ownersLogin;
        this.json = json;
    }

    /** Whether a request brings a token of ours rather than one of the identity provider. */
    public static boolean isOurs(HttpServletRequest request) {
        return sent(request) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = sent(request);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (sent == null || !TokenScope.isUsableAt(path)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<AccessToken> token = TokenText.parse(sent).flatMap(tokens::use);
        if (token.isEmpty()) {
            refuse(response, HttpStatus.UNAUTHORIZED, "This token is unknown, expired or revoked. Make another one.");
        } else if (!ownersLogin.isFresh(token.get().userId())) {
            refuse(response, HttpStatus.UNAUTHORIZED, LOG_IN_AGAIN);
        } else if (!token.get().scope().allows(request.getMethod(), path)) {
            refuse(
                    response,
                    HttpStatus.FORBIDDEN,
                    "A token with the scope " + token.get().scope() + " is not good for this request.");
        } else {
            continueAs(token.get(), request, response, chain);
        }
    }

    private static void continueAs(
            AccessToken token, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new TokenLogin(token.userId()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static @Nullable String sent(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean ours = header != null && header.startsWith(BEARER + TokenText.PREFIX);
        return ours ? header.substring(BEARER.length()) : null;
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, sentence));
    }
}
