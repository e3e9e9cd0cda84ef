package io.rakegate.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Leads whoever logged out here on to the provider that can end the login there, or says that it goes on there. */
class LoggedOut implements LogoutSuccessHandler {

    private static final String HERE = "/login?logout";
    private static final String HERE_ONLY = "/login?logout&still";

    private final List<AfterLogout> places;
    private final DefaultRedirectStrategy redirects = new DefaultRedirectStrategy();

    LoggedOut(List<AfterLogout> places) {
        this.places = places;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login)
            throws IOException {
        redirects.sendRedirect(request, response, login == null ? HERE : placeFor(request, response, login));
    }

    String placeFor(HttpServletRequest request, HttpServletResponse response, Authentication login) {
        return places.stream()
                .map(place -> place.placeFor(request, response, login))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(login instanceof OAuth2AuthenticationToken ? HERE_ONLY : HERE);
    }
}
