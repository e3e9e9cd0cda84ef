package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The decision of an approver on the page of a change, as a plain form; what is refused is said there. */
@Hidden
@Controller
class OverridePage {

    private final EvidenceRequests requests;
    private final Overrides overrides;

    OverridePage(EvidenceRequests requests, Overrides overrides) {
        this.requests = requests;
        this.overrides = overrides;
    }

    @PostMapping("/changes/{owner}/{repository}/{number}/overrides/{id}")
    String decide(
            @PathVariable String owner,
            @PathVariable String repository,
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam boolean accept,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes afterwards) {
        try {
            PullRequestRef change = requests.readable(owner, repository, number);
            overrides.decide(change, id, accept, reason, EvidenceRequests.personOf(request));
            afterwards.addFlashAttribute(
                    "said",
                    accept
                            ? "Accepted: the file is evidence now. Its uploader can complete the task."
                            : "Refused: the file is deleted, and why is kept.");
        } catch (EvidenceRefused refused) {
            afterwards.addFlashAttribute("notDone", "Not decided. " + refused.reason());
            afterwards.addFlashAttribute("overrideReason", reason);
        }
        return "redirect:/changes/{owner}/{repository}/{number}#overrides";
    }
}
