package io.rakegate.identity.token;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which people make, see and revoke their tokens. */
@Controller
class TokensPage {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LIFE = 365;

    private final TokenRules rules;

    TokensPage(TokenRules rules) {
        this.rules = rules;
    }

    @GetMapping("/tokens")
    String show(Model model) {
        model.addAttribute("tokens", rules.list());
        model.addAttribute("scopes", TokenScope.values());
        return "identity/tokens";
    }

    /** Shows the new token in its answer, and so once. */
    @PostMapping("/tokens")
    String create(@RequestParam String name, @RequestParam TokenScope scope, @RequestParam int days, Model model) {
        boolean fits = !name.isBlank() && name.length() <= LONGEST_NAME && days >= 1 && days <= LONGEST_LIFE;
        if (fits) {
            model.addAttribute("made", rules.create(null, name, scope, days).whole());
        } else {
            model.addAttribute(
                    "refused", "Give the token a name of at most 100 characters and a life of 1 to 365 days.");
        }
        return show(model);
    }

    @PostMapping("/tokens/{id}/revocation")
    String revoke(@PathVariable String id) {
        rules.revoke(id);
        return "redirect:/tokens";
    }
}
