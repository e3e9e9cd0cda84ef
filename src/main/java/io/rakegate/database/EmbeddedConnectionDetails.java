package io.rakegate.database;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** How the connection pool reaches the embedded database. */
record EmbeddedConnectionDetails(String jdbcUrl, String password) implements JdbcConnectionDetails {

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
        return password;
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "EmbeddedConnectionDetails[" + jdbcUrl + "]";
    }
}
