package io.rakegate.identity.openid;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away tokens that come with a proof of possession (RFC 9449). Spring Security takes them wherever it takes bearer
 * tokens, without a switch and on every path, where ours hold at the REST interfaces only; and its memory of proofs that
 * were shown can be flooded, so that one is taken twice (CVE-2026-41707).
 */
final class NoDPoP extends OncePerRequestFilter {

    private static final String SCHEME = "DPoP ";

    private final AuthenticationEntryPoint turnedAway;

    NoDPoP(AuthenticationEntryPoint turnedAway) {
        this.turnedAway = turnedAway;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isWithProof(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            turnedAway.commence(request, response, new InvalidBearerTokenException("DPoP is not taken here"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isWithProof(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }
}
