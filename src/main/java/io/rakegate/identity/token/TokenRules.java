package io.rakegate.identity.token;

import io.rakegate.identity.Acting;
import io.rakegate.identity.IdentityProperties;
import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Who may make, see and revoke which tokens: everybody their own, administrators those of services, and all of them. */
@Component
class TokenRules {

    private final AccessTokens tokens;
    private final Acting acting;
    private final People people;
    private final List<String> services;

    TokenRules(AccessTokens tokens, Acting acting, People people, IdentityProperties properties) {
        this.tokens = tokens;
        this.acting = acting;
        this.people = people;
        this.services = properties.services().stream()
                .map(IdentityProperties.Program::userId)
                .toList();
    }

    TokenText create(@Nullable String owner, String name, TokenScope scope, int days) {
        Person person = person();
        String userId = owner == null || owner.isBlank() ? person.userId() : owner;
        if (!userId.equals(person.userId())) {
            boolean service = services.contains(userId) && people.find(userId).isPresent();
            if (!isAdministrator(person) || !service) {
                throw refused(
                        HttpStatus.FORBIDDEN,
                        "A token acts for whoever makes it. Only an administrator makes"
                                + " one for somebody else, and only for a service of rakegate.identity.services.");
            }
        }
        return tokens.create(userId, name, scope, Duration.ofDays(days), person.userId());
    }

    List<AccessToken> list() {
        Person person = person();
        return tokens.list(isAdministrator(person) ? null : person.userId());
    }

    void revoke(String id) {
        Person person = person();
        AccessToken token = tokens.find(id)
                .filter(found -> isAdministrator(person) || found.userId().equals(person.userId()))
                .orElseThrow(() -> refused(HttpStatus.NOT_FOUND, "There is no such token of yours."));
        tokens.revoke(token.id(), person.userId());
    }

    private Person person() {
        return acting.now().orElseThrow(() -> refused(HttpStatus.UNAUTHORIZED, "Please log in."));
    }

    private static boolean isAdministrator(Person person) {
        return person.groups().contains(Groups.CAMUNDA_ADMIN);
    }

    private static ErrorResponseException refused(HttpStatus status, String sentence) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, sentence), null);
    }
}
