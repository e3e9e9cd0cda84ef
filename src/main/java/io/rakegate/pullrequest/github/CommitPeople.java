package io.rakegate.pullrequest.github;

import io.rakegate.pullrequest.GitHubUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everybody who had a hand in the commits of a pull request: authors, committers and co-authors. */
final class CommitPeople {

    private static final Pattern CO_AUTHOR = Pattern.compile(
            "^co-authored-by:[ \\t]*(.*?)[ \\t]*<([^<>\\s]+)>[ \\t]*$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern NUMBERED_ADDRESS =
            Pattern.compile("(\\d{1,18})\\+([^@\\s]+)@users\\.noreply\\..+", Pattern.CASE_INSENSITIVE);

    /** GitHub's own name as the committer of what is done in the browser; nobody stands behind it. */
    private static final String BROWSER = "web-flow";

    /** Finds the account of somebody whom GitHub does not name, by the e-mail address of earlier commits. */
    interface Accounts {
        Optional<GitHubUser> byEmail(String email);
    }

    private final Accounts accounts;
    private final Map<String, GitHubUser> byEmail = new HashMap<>();
    private final List<GitHubUser> people = new ArrayList<>();

    private CommitPeople(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Who they are, without repetition, in the order of the commits. */
    static List<GitHubUser> of(List<Wire.Commit> commits, Accounts accounts) {
        CommitPeople found = new CommitPeople(accounts);
        commits.forEach(found::learnAddresses);
        commits.forEach(found::addPeople);
        return found.people;
    }

    private void learnAddresses(Wire.Commit commit) {
        learn(commit.author(), commit.commit().author());
        learn(commit.committer(), commit.commit().committer());
    }

    private void learn(Wire.@Nullable Account account, Wire.Signature signature) {
        if (Wire.Account.isKnown(account)) {
            byEmail.put(lower(signature.email()), Wire.Account.orGhost(account));
        }
    }

    private void addPeople(Wire.Commit commit) {
        add(account(commit.author(), commit.commit().author()));
        GitHubUser committer = account(commit.committer(), commit.commit().committer());
        if (!committer.login().equals(BROWSER)) {
            add(committer);
        }
        Matcher coAuthor = CO_AUTHOR.matcher(commit.commit().message());
        while (coAuthor.find()) {
            add(named(coAuthor.group(1), coAuthor.group(2)));
        }
    }

    private GitHubUser account(Wire.@Nullable Account account, Wire.Signature signature) {
        return Wire.Account.isKnown(account)
                ? Wire.Account.orGhost(account)
                : named(signature.name(), signature.email());
    }

    private GitHubUser named(String name, String email) {
        return byEmail.computeIfAbsent(lower(email), unknown -> {
            Matcher numbered = NUMBERED_ADDRESS.matcher(email);
            if (numbered.matches()) {
                String login = numbered.group(2);
                return new GitHubUser(Long.parseLong(numbered.group(1)), login, login.endsWith("[bot]"));
            }
            return accounts.byEmail(email).orElseGet(() -> GitHubUser.person(0, name.isBlank() ? email : name));
        });
    }

    private void add(GitHubUser person) {
        if (people.stream().noneMatch(person::isSameAs)) {
            people.add(person);
        }
    }

    private static String lower(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
