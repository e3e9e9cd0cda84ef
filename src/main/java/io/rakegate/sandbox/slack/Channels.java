package io.rakegate.sandbox.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The workspace's channels. Makes the sandbox's tables and channels when the application starts. */
@WithSandbox
@Component("sandboxSlackChannels")
class Channels implements InitializingBean {

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Channels(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            // "if not exists" is no help when two nodes start at once
            database.sql("select pg_advisory_xact_lock(hashtext('rakegate sandbox'))::text")
                    .query(String.class)
                    .single();
            database.sql("create schema if not exists sandbox").update();
            database.sql(schema()).update();
        });
    }

    private static String schema() {
        try {
            return new ClassPathResource("sandbox/slack/schema.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every channel, by name. */
    List<Channel> all() {
        return database.sql("select id, name, purpose, created from sandbox.slack_channel order by name")
                .query(Channel.class)
                .list();
    }

    Optional<Channel> byId(String id) {
        return all().stream().filter(channel -> channel.id().equals(id)).findFirst();
    }

    /** By id, or by name with or without "#", as posting takes it. */
    Optional<Channel> byIdOrName(String idOrName) {
        String name = idOrName.startsWith("#") ? idOrName.substring(1) : idOrName;
        return byId(idOrName)
                .or(() -> all().stream()
                        .filter(channel -> channel.name().equals(name))
                        .findFirst());
    }
}
