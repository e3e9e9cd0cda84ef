package io.rakegate.audit.web;

import io.rakegate.audit.ChangeFilter;
import io.rakegate.audit.ChangeList;
import io.rakegate.audit.ChangeState;
import io.rakegate.audit.Figures;
import io.rakegate.audit.FiguresOfChanges;
import io.rakegate.identity.Acting;
import io.rakegate.identity.Person;
import io.rakegate.identity.Teams;
import io.rakegate.identity.Visibility;
import io.rakegate.process.catalogue.Step;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /changes}: all changes that whoever is logged in may see, narrowed as the address says. */
@Hidden
@Controller
class ChangesPage {

    private final ChangeList list;
    private final FiguresOfChanges figures;
    private final Acting acting;
    private final Visibility visibility;
    private final Teams teams;
    private final PageWords words;
    private final Clock clock;

    ChangesPage(
            ChangeList list,
            FiguresOfChanges figures,
            Acting acting,
            Visibility visibility,
            Teams teams,
            PageWords words,
            Clock clock) {
        this.list = list;
        this.figures = figures;
        this.acting = acting;
        this.visibility = visibility;
        this.teams = teams;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/changes")
    String show(ListRequest request, Model model) {
        Person person =
                acting.now().orElseThrow(() -> new AccessDeniedException("Nobody who is known here is logged in."));
        ChangeFilter filter = request.filter();
        model.addAttribute("words", words);
        model.addAttribute("now", clock.instant());
        model.addAttribute("filter", filter);
        model.addAttribute("page", request.pageNumber());
        model.addAttribute("found", list.find(filter, person, request.pageNumber()));
        model.addAttribute("teams", teams.all());
        model.addAttribute("mayStart", !visibility.teamsOf(person).isEmpty());
        Figures all =
                visibility.seesEveryTeam(person) ? figures.now() : figures.now().of(visibility.teamsOf(person));
        model.addAttribute("figures", all);
        model.addAttribute("leadTimes", LeadTimePicture.of(all.leadTimes()));
        model.addAttribute("states", ChangeState.values());
        model.addAttribute("steps", Step.values());
        return "audit/changes";
    }
}
