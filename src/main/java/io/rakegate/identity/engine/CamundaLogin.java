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

    CamundaLogin(People people) {
        this.people = people;
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
                        .filter(person -> person.groups().equals(Set.copyOf(known.getGroupIds())))
                        .isPresent();
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
            result.setTenants(List.of());
            return result;
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // the status says it all
        }
    }
}
