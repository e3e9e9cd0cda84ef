package io.rakegate.identity.login;

import io.rakegate.identity.Acting;
import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.identity.engine.RecentPeople;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who acts, for the length of one request and with the groups as they are at that moment, so that
 * authorizations apply and the operation log names the person. For a request that only reads they may be a second old.
 * Somebody who was removed meanwhile is logged out.
 */
class ActingPersonFilter extends OncePerRequestFilter {

    private final People people;
    private final RecentPeople recentPeople;
    private final Acting acting;
    private final CaseDoor cases;
    private final LogoutHandler logout = new SecurityContextLogoutHandler();

    ActingPersonFilter(People people, RecentPeople recentPeople, Acting acting, CaseDoor cases) {
        this.people = people;
        this.recentPeople = recentPeople;
        this.acting = acting;
        this.cases = cases;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || login instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Person> person =
                onlyReads(request) ? recentPeople.find(login.getName()) : people.find(login.getName());
        if (person.isEmpty()) {
            logout.logout(request, response, login);
            throw new InsufficientAuthenticationException("This account is gone; please log in with another one.");
        }
        if (cases.isShut(request, person.get())) {
            cases.refuse(request, response);
        } else if (Paths.CAMUNDA.matches(request)) {
            // the engine's web applications tell the engine themselves who acts
            chain.doFilter(request, response);
        } else {
            continueAs(person.get(), request, response, chain);
        }
    }

    private static boolean onlyReads(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    private void continueAs(Person person, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (Acting.Turn turn = acting.turnOf(person)) {
            chain.doFilter(request, response);
        }
    }
}
