package io.rakegate.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A request to an interface that brings its credentials in a header, as programs do. No other site can make a browser
 * send such a request, unless the browser remembers credentials; then it says where the request comes from.
 */
class OwnCredentials implements RequestMatcher {

    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    private final RequestMatcher interfaces = Paths.any("/api/**", "/engine-rest/**", "/sandbox/**");

    @Override
    public boolean matches(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                && (site == null || !OTHER_SITES.contains(site))
                && interfaces.matches(request);
    }
}
