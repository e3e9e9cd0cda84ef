package io.rakegate.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/** Where a provider ends a login of its own, so that logging out here is logging out there. */
public interface AfterLogout {

    /** The address to lead to; empty for a login that is none of this provider's, or that it cannot end. */
    Optional<String> placeFor(HttpServletRequest request, HttpServletResponse response, Authentication login);
}
