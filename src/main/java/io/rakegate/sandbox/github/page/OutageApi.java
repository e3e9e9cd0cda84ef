package io.rakegate.sandbox.github.page;

import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Outages;
import io.rakegate.sandbox.github.Outages.Outage;
import io.rakegate.sandbox.github.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Begins and ends an outage of the interface. */
@InSandbox
@Hidden
@RestController("sandboxGitHubOutageApi")
@RequestMapping("/sandbox/github/control/outage")
class OutageApi {

    private static final int LONGEST_DELAY = 60_000;

    private final Outages outages;

    OutageApi(Outages outages) {
        this.outages = outages;
    }

    @GetMapping
    Outage current() {
        return outages.current().orElse(Outage.NONE);
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void begin(@RequestBody Outage outage) {
        boolean sensible = outage.calls() >= 0
                && (outage.status() == 0 || (outage.status() >= 400 && outage.status() <= 599))
                && outage.delayMillis() >= 0
                && outage.delayMillis() <= LONGEST_DELAY;
        if (!sensible) {
            throw Refusal.unprocessable(
                    "An outage has calls from 0, a status from 400 to 599 or 0 for none, and delayMillis up to 60000.");
        }
        outages.set(outage);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end() {
        outages.set(Outage.NONE);
    }
}
