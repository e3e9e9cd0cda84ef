package io.rakegate.identity;

import java.util.Set;

/**
 * Whose changes somebody sees: those of their teams and those they asked for, and every team's where their role serves
 * all of them. Each change carries a mark that says whose it is; the engine keeps the mark as the tenant of everything
 * that belongs to the change, and asks for it on every surface.
 */
public interface Visibility {

    /** The mark of what nobody sees but who sees everything. */
    String NOBODYS = "+";

    /**
     * The mark of a change, at most 64 characters. It is remembered, in the transaction of the caller, so that the team
     * finds the changes of whoever asks for one.
     *
     * @param team slug of the requesting team
     * @param creator user id of who asks for the change
     */
    String mark(String team, String creator);

    /** The slugs of the teams whose changes this person sees. */
    Set<String> teamsOf(Person person);

    /** Whether this person sees the changes of every team. */
    boolean seesEveryTeam(Person person);
}
