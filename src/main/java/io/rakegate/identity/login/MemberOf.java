package io.rakegate.identity.login;

import io.rakegate.identity.People;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Admits the members of one group, as the group is now. */
class MemberOf implements AuthorizationManager<RequestAuthorizationContext> {

    private final People people;
    private final String group;

    MemberOf(People people, String group) {
        this.people = people;
        this.group = group;
    }

    @Override
    @Deprecated
    public AuthorizationDecision check(Supplier<Authentication> login, RequestAuthorizationContext context) {
        Authentication authentication = login.get();
        boolean member = authentication != null
                && authentication.isAuthenticated()
                && people.find(authentication.getName())
                        .filter(person -> person.groups().contains(group))
                        .isPresent();
        return new AuthorizationDecision(member);
    }
}
