package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.Account;
import io.rakegate.sandbox.github.Accounts;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the token belongs to, other accounts, teams, and what is left of the rate limit. */
@InSandbox
@Hidden
@RestController("sandboxGitHubAccountsApi")
@RequestMapping(Wire.ROOT)
class AccountsApi {

    private final Wire wire;
    private final UserJson json;
    private final Accounts accounts;
    private final RateLimit rateLimit;

    AccountsApi(Wire wire, UserJson json, Accounts accounts, RateLimit rateLimit) {
        this.wire = wire;
        this.json = json;
        this.accounts = accounts;
        this.rateLimit = rateLimit;
    }

    @GetMapping("/user")
    JsonNode user() {
        return json.full(Accounts.RAKEGATE);
    }

    @GetMapping("/users/{login}")
    JsonNode user(@PathVariable String login) {
        return json.full(account(login));
    }

    @GetMapping("/orgs/{organisation}/teams/{team}/memberships/{login}")
    JsonNode membership(@PathVariable String organisation, @PathVariable String team, @PathVariable String login) {
        if (!accounts.isMember(organisation, team, account(login))) {
            throw Refusal.notFound();
        }
        return wire.object()
                .put("state", "active")
                .put("role", "member")
                .put("url", wire.api("/orgs/" + organisation + "/teams/" + team + "/memberships/" + login));
    }

    @GetMapping("/rate_limit")
    JsonNode rateLimit() {
        ObjectNode json = wire.object();
        ObjectNode resources = json.putObject("resources");
        for (String resource : new String[] {"core", "search", "graphql"}) {
            resources.set(resource, rateLimit.json());
        }
        json.set("rate", rateLimit.json());
        return json;
    }

    private Account account(String login) {
        return accounts.find(login).orElseThrow(Refusal::notFound);
    }
}
