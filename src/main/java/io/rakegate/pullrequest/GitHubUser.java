package io.rakegate.pullrequest;

/**
 * An account on GitHub. The number is what identifies it: a login can be renamed and taken by somebody else.
 *
 * @param id GitHub's immutable account number; 0 for a commit whose e-mail address belongs to no account
 * @param login the login name at the moment of reading; for a commit without an account, the name in the commit
 * @param bot whether it is a bot or app rather than a person
 */
public record GitHubUser(long id, String login, boolean bot) {

    /** A person's account. */
    public static GitHubUser person(long id, String login) {
        return new GitHubUser(id, login, false);
    }

    /** Whether both are the same account; accounts without a number are the same when their names are. */
    public boolean isSameAs(GitHubUser other) {
        boolean known = id != 0 || other.id != 0;
        return known ? id == other.id : login.equalsIgnoreCase(other.login);
    }
}
