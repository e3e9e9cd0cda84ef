package io.rakegate.identity.login;

import io.rakegate.identity.LoginHints;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which people log in; in the sandbox it says who there is to try. */
@Controller
class LoginPage {

    private final List<WayIn> waysIn;
    private final List<LoginHints.Hint> hints;

    LoginPage(ObjectProvider<WayIn> waysIn, ObjectProvider<LoginHints> hints) {
        this.waysIn = waysIn.orderedStream().toList();
        this.hints = hints.orderedStream()
                .flatMap(provider -> provider.hints().stream())
                .toList();
    }

    @GetMapping("/login")
    String show(Model model, HttpServletRequest request, HttpSession session) {
        // Tasklist's scripts end up here too when somebody logs out, and lead nobody anywhere
        Optional<String> next = CsrfCookieFilter.loadsPage(request) ? LeadOn.from(session) : Optional.empty();
        if (next.isPresent()) {
            return "redirect:" + next.get();
        }
        model.addAttribute("waysIn", waysIn);
        model.addAttribute("hints", hints);
        return "login";
    }
}
