package io.rakegate.identity;

import io.rakegate.pullrequest.GitHubUser;
import java.util.List;
import java.util.Optional;

/** Everybody who can log in, with their groups as they are now. */
public interface People {

    /** The person with this user id. */
    Optional<Person> find(String userId);

    /** The person behind an account on GitHub, found by its number, never by its login alone. */
    Optional<Person> behind(GitHubUser account);

    /** Everybody in a group, by user id; empty if there is no such group. */
    List<Person> membersOf(String groupId);
}
