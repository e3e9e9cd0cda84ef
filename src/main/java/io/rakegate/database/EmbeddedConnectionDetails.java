package io.rakegate.database;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** How the connection pool reaches the embedded database, which trusts whoever is on this machine. */
record EmbeddedConnectionDetails(String jdbcUrl) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return jdbcUrl;
    }

    @Override
    public String getUsername() {
        return EmbeddedDatabase.USER;
    }

    @Override
    public String getPassword() {
        return "";
    }
}
