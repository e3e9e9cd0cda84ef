package io.rakegate.identity.engine;

import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;

/**
 * Logs people in to Tasklist, Cockpit and Admin as who they are at our door, with the groups they have at that moment.
 * Logging out there ends the whole session.
 */
class CamundaLogin extends ContainerBasedAuthenticationFilter {

    private static final Pattern WHO_AM_I = Pattern.compile(".*/api/admin/auth/user/([^/]+)/?");
    private static final Pattern LOGOUT = Pattern.compile(".*/api/admin/auth/user/([^/]+)/logout/?");

    private final People people;
    private final TeamTenants tenants;

    CamundaLogin(People people, TeamTenants tenants) {
        this.people = people;
        this.tenants = tenants;
        this.authenticationProvider = new FromOurDoor();
    }

    @Override
    public void init(FilterConfig configuration) {
        // the provider is given, not named
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        super.doFilter(request, response, chain);
        HttpServletRequest call = (HttpServletRequest) request;
        boolean loggedOut = "POST".equals(call.getMethod())
                && LOGOUT.matcher(call.getRequestURI()).matches()
                && ((HttpServletResponse) response).getStatus() == HttpServletResponse.SC_OK;
        HttpSession session = call.getSession(false);
        if (loggedOut && session != null) {
            session.invalidate();
        }
    }

    /** Which engine a request is about; they ask who is logged in before they ask it for anything else. */
    @Override
    protected @Nullable String extractEngineName(HttpServletRequest request) {
        Matcher whoAmI = WHO_AM_I.matcher(getRequestUri(request));
        return whoAmI.matches() ? whoAmI.group(1) : super.extractEngineName(request);
    }

    /** The engine's web applications keep what they know of a person in the session; here it is kept true. */
    @Override
    protected boolean existisAuthentication(Authentications authentications, String engineName, String userId) {
        return authentications.getAuthenticationForProcessEngine(engineName) instanceof UserAuthentication known
                && known.getIdentityId().equals(userId)
                && people.find(userId)
                        .filter(person -> person.groups().equals(Set.copyOf(known.getGroupIds()))
                                && Set.copyOf(seenBy(person)).equals(Set.copyOf(known.getTenantIds())))
                        .isPresent();
    }

    /** They would soon ask the engine instead, whose tables do not say whose changes somebody sees. Here it is asked each time. */
    @Override
    protected UserAuthentication createAuthentication(
            ProcessEngine engine, String userId, List<String> groups, List<String> tenants) {
        UserAuthentication made = super.createAuthentication(engine, userId, groups, tenants);
        made.setCacheValidationTime(Date.from(Instant.ofEpochMilli(Long.MAX_VALUE)));
        return made;
    }

    /** Cockpit does not ask the engine whose changes somebody sees; it goes by what it is told here. */
    private List<String> seenBy(Person person) {
        return tenants.seenBy(person);
    }

    private final class FromOurDoor implements AuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            Principal login = request.getUserPrincipal();
            Person person = login == null ? null : people.find(login.getName()).orElse(null);
            if (person == null) {
                return AuthenticationResult.unsuccessful();
            }
            AuthenticationResult result = AuthenticationResult.successful(person.userId());
            result.setGroups(List.copyOf(person.groups()));
            result.setTenants(seenBy(person));
            return result;
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // the status says it all
        }
    }
}
