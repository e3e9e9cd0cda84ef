package io.rakegate.identity.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tokens there are. */
@Component
class AccessTokens {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);

    private final JdbcTemplate database;
    private final Clock clock;

    AccessTokens(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes a token; this is the only time that its secret is known. */
    TokenText create(String userId, String name, TokenScope scope, Duration life, String createdBy) {
        TokenText token = TokenText.random();
        Instant now = clock.instant();
        database.update(
                "insert into access_token (id, user_id, name, scope, secret_hash, created_by, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                token.id(),
                userId,
                name,
                scope.name(),
                token.hash(),
                createdBy,
                Timestamp.from(now),
                Timestamp.from(now.plus(life)));
        LOG.info("{} made the token {} for {} with the scope {}.", createdBy, token.id(), userId, scope);
        return token;
    }

    /** The token with this secret, if it is neither revoked nor expired; its use is noted. */
    Optional<AccessToken> use(TokenText text) {
        Instant now = clock.instant();
        Optional<AccessToken> found = database
                .query("select * from access_token where id = ?", (row, number) -> hashed(row, text), text.id())
                .stream()
                .flatMap(Optional::stream)
                .filter(token -> token.isGood(now))
                .findFirst();
        found.ifPresent(token -> database.update(
                "update access_token set last_used_at = ? where id = ?"
                        + " and (last_used_at is null or last_used_at < ?)",
                Timestamp.from(now),
                token.id(),
                Timestamp.from(now.minus(Duration.ofMinutes(1)))));
        return found;
    }

    Optional<AccessToken> find(String id) {
        return database.query("select * from access_token where id = ?", (row, number) -> read(row), id).stream()
                .findFirst();
    }

    /** Those of one person, or of everybody, newest first. */
    List<AccessToken> list(@Nullable String userId) {
        return database.query(
                "select * from access_token where ?::text is null or user_id = ? order by created_at desc, id",
                (row, number) -> read(row),
                userId,
                userId);
    }

    /** Ends a token at once. */
    void revoke(String id, String by) {
        int revoked = database.update(
                "update access_token set revoked_at = ? where id = ? and revoked_at is null",
                Timestamp.from(clock.instant()),
                id);
        if (revoked == 1) {
            LOG.info("{} revoked the token {}.", by, id);
        }
    }

    private static Optional<AccessToken> hashed(ResultSet row, TokenText text) throws SQLException {
        return text.hasHash(row.getString("secret_hash")) ? Optional.of(read(row)) : Optional.empty();
    }

    private static AccessToken read(ResultSet row) throws SQLException {
        return new AccessToken(
                row.getString("id"),
                row.getString("user_id"),
                row.getString("name"),
                TokenScope.valueOf(row.getString("scope")),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
