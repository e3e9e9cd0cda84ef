package io.rakegate.identity;

import java.util.List;
import java.util.Optional;

/** The teams that can request changes, from configuration ({@code rakegate.teams}). */
public interface Teams {

    /** The team with this slug. */
    Optional<Team> find(String slug);

    /** Every team, in the order of the configuration. */
    List<Team> all();
}
