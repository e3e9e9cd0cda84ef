package io.rakegate.identity.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * People with their groups as they were at most a second ago, for requests that only read: a page asks a dozen times in
 * that second. What this node changes counts at once, what another node changes a second later. Whoever acts is looked up
 * in {@link People} at that moment.
 */
@Component
public class RecentPeople {

    private static final Duration RECENT = Duration.ofSeconds(1);
    private static final long MOST = 10_000;

    private final People people;
    private final Cache<Asked, Optional<Person>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(RECENT).build();

    /** How often people were changed here: what was read before a change is not found after it. */
    private final AtomicLong changes = new AtomicLong();

    RecentPeople(People people) {
        this.people = people;
    }

    /** The person with this user id. */
    public Optional<Person> find(String userId) {
        return known.get(new Asked(userId, changes.get()), asked -> people.find(asked.userId()));
    }

    void forget() {
        changes.incrementAndGet();
    }

    private record Asked(String userId, long changes) {}
}
