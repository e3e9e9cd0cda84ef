package io.rakegate.identity.openid;

import io.rakegate.identity.OpenId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * The logins that the provider has ended. It tells one node, and the session may be on another: so they are kept in the
 * database, and each node asks there.
 */
class EndedLogins implements LogoutHandler {

    private static final Logger LOG = LoggerFactory.getLogger(EndedLogins.class);

    /** Far longer than a session lasts that nobody uses. */
    private static final Duration KEPT_FOR = Duration.ofDays(30);

    private final String issuer;
    private final JdbcTemplate database;
    private final Clock clock;

    EndedLogins(OpenId provider, JdbcTemplate database, Clock clock) {
        this.issuer = provider.issuer().toString();
        this.database = database;
        this.clock = clock;
    }

    /** The provider says, by a token that it signed, that somebody logged out there. */
    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication said) {
        OidcLogoutToken token = (OidcLogoutToken) said.getPrincipal();
        Instant now = clock.instant();
        database.update("delete from ended_login where ended_at < ?", Timestamp.from(now.minus(KEPT_FOR)));
        // the same token once more ends nothing that began since
        database.update(
                "insert into ended_login (issuer, token_id, subject, session_id, ended_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                issuer,
                token.getId(),
                token.getSubject(),
                token.getSessionId(),
                Timestamp.from(now));
        LOG.info("The provider logged somebody out: {}", token.getSubject());
    }

    /** Whether the provider has ended this session since it began. Without a session's name all of a person end. */
    boolean include(ProviderSession session) {
        Boolean ended = database.queryForObject(
                "select exists (select 1 from ended_login where issuer = ? and ended_at >= ? and"
                        + " (session_id = ? or (subject = ? and (session_id is null or ?::text is null))))",
                Boolean.class,
                issuer,
                Timestamp.from(session.since()),
                session.id(),
                session.subject(),
                session.id());
        return Boolean.TRUE.equals(ended);
    }
}
