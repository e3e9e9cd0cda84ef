package io.rakegate.identity.login;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Who is logged in, as the frame of our pages shows it: the name that a provider says, else the user id. */
@ControllerAdvice
class NameOnPages {

    @ModelAttribute("loggedInAs")
    @Nullable String name(@Nullable Authentication login) {
        if (login == null) {
            return null;
        }
        boolean named = login.getPrincipal() instanceof OAuth2User user
                && user.getAttribute("name") instanceof String name
                && !name.isBlank();
        return named ? ((OAuth2User) login.getPrincipal()).getAttribute("name") : login.getName();
    }
}
