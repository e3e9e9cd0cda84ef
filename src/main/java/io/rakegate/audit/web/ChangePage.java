package io.rakegate.audit.web;

import io.rakegate.audit.Dossier;
import io.rakegate.audit.Dossiers;
import io.rakegate.identity.Acting;
import io.rakegate.identity.Person;
import io.rakegate.process.ActRefused;
import io.rakegate.process.Changes;
import io.rakegate.process.InputRefused;
import io.rakegate.pullrequest.PullRequestRef;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one change, for whoever is logged in and may see it. */
@Hidden
@Controller
@RequestMapping("/changes/{owner}/{repository}/{number}")
class ChangePage {

    private final Dossiers dossiers;
    private final Changes changes;
    private final Acting acting;
    private final PageWords words;
    private final Clock clock;

    ChangePage(Dossiers dossiers, Changes changes, Acting acting, PageWords words, Clock clock) {
        this.dossiers = dossiers;
        this.changes = changes;
        this.acting = acting;
        this.words = words;
        this.clock = clock;
    }

    @ModelAttribute
    void everywhere(Model model) {
        model.addAttribute("words", words);
        model.addAttribute("now", clock.instant());
    }

    @GetMapping
    String show(@PathVariable String owner, @PathVariable String repository, @PathVariable String number, Model model) {
        model.addAttribute("dossier", dossier(ref(owner, repository, number)));
        return "audit/change";
    }

    /** The diagram that is in force for the change; the page's script draws it. */
    @GetMapping("/diagram.bpmn")
    void diagram(
            @PathVariable String owner,
            @PathVariable String repository,
            @PathVariable String number,
            HttpServletResponse response)
            throws IOException {
        PullRequestRef ref = ref(owner, repository, number);
        try (InputStream diagram = dossiers.diagram(ref).orElseThrow(() -> new NotToBeSeen(ref.key()))) {
            response.setContentType("application/xml;charset=UTF-8");
            OutputStream body = response.getOutputStream();
            diagram.transferTo(body);
        }
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable String owner,
            @PathVariable String repository,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes afterwards) {
        PullRequestRef ref = ref(owner, repository, number);
        Dossier before = dossier(ref);
        try {
            withdraw(ref, reason);
        } catch (InputRefused | ActRefused refused) {
            response.setStatus(
                    refused instanceof ActRefused
                            ? HttpStatus.FORBIDDEN.value()
                            : HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("dossier", before);
            model.addAttribute("refusal", refused.getMessage());
            model.addAttribute("reason", reason);
            return "audit/change";
        }
        afterwards.addFlashAttribute("said", "The change is withdrawn. Its pull request says so in a moment.");
        return "redirect:" + words.pathOf(ref);
    }

    /** Who may withdraw is decided there; nobody is granted the messages of running changes in general. */
    private void withdraw(PullRequestRef ref, String reason) {
        acting.beyondOwnGrants(() -> {
            changes.withdraw(ref, reason);
            return true;
        });
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    ModelAndView missing(NotToBeSeen missing) {
        return new ModelAndView(
                "audit/missing", Map.of("change", String.valueOf(missing.getMessage()), "words", words));
    }

    private Dossier dossier(PullRequestRef ref) {
        return dossiers.find(ref, person()).orElseThrow(() -> new NotToBeSeen(ref.key()));
    }

    private Person person() {
        return acting.now().orElseThrow(() -> new AccessDeniedException("Nobody who is known here is logged in."));
    }

    private static PullRequestRef ref(String owner, String repository, String number) {
        String key = owner + "/" + repository + "#" + number;
        try {
            return PullRequestRef.fromKey(key);
        } catch (IllegalArgumentException noPullRequest) {
            throw new NotToBeSeen(key);
        }
    }

    /** There is no such change, or the person may not see it; which of both stays open. */
    static final class NotToBeSeen extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotToBeSeen(String key) {
            super(key);
        }
    }
}
