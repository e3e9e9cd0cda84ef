package io.rakegate.identity.github;

import io.rakegate.identity.GitHubLogin;
import io.rakegate.identity.GitHubLogin.TeamOfGroup;
import io.rakegate.identity.People;
import io.rakegate.identity.Person;
import io.rakegate.identity.engine.ProviderPeople;
import io.rakegate.identity.engine.ProviderPeople.NotWelcome;
import io.rakegate.identity.engine.ProviderPeople.Vouched;
import io.rakegate.identity.github.Answers.Team;
import io.rakegate.identity.github.Answers.User;
import io.rakegate.identity.provider.TurnedAway;
import io.rakegate.identity.provider.TurnedAway.Reason;
import io.rakegate.pullrequest.GitHubUser;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;

/** Receives members of the organisation who log in, and takes note of their teams as they are at that moment. */
class Members implements OAuth2UserService<OAuth2UserRequest, OAuth2User> {

    private static final String USER_ID = "userId";

    private final GitHubLogin login;
    private final String issuer;
    private final OwnData data;
    private final ProviderPeople vouchedFor;
    private final People people;
    private final Clock clock;

    Members(GitHubLogin login, String issuer, OwnData data, ProviderPeople vouchedFor, People people, Clock clock) {
        this.login = login;
        this.issuer = issuer;
        this.data = data;
        this.vouchedFor = vouchedFor;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public OAuth2User loadUser(OAuth2UserRequest request) {
        String userId = receive(request.getAccessToken().getTokenValue());
        String name = people.find(userId).map(Person::name).orElse(userId);
        return new DefaultOAuth2User(AuthorityUtils.NO_AUTHORITIES, Map.of(USER_ID, userId, "name", name), USER_ID);
    }

    /**
     * Reads with somebody's token who they are and in which teams.
     *
     * @return their user id here, made of the account's number
     * @throws TurnedAway if they are not let in; what they had here by teams is gone then
     */
    String receive(String token) {
        Instant asOf = clock.instant();
        User user = data.user(token);
        GitHubUser account = GitHubUser.person(user.id(), String.valueOf(user.login()));
        String userId = GitHubClient.ID + ":" + user.id();
        requireNobodyElses(account, userId);
        String name = user.name() == null || user.name().isBlank() ? account.login() : user.name();
        if (isMember(token)) {
            note(new Vouched(issuer, userId, name, groups(token), account, asOf));
            return userId;
        }
        if (people.find(userId).isPresent()) {
            note(new Vouched(issuer, userId, name, Set.of(), account, asOf));
        }
        throw new TurnedAway(Reason.OUTSIDER, userId + " is in none of the organisations " + login.organisations());
    }

    /** Each organisation is asked about: one that lets Rakegate see nothing is refused, not left out. */
    private boolean isMember(String token) {
        return login.organisations().stream()
                        .filter(organisation -> data.isMember(token, organisation))
                        .count()
                > 0;
    }

    private Set<String> groups(String token) {
        Set<Long> teams = data.teams(token).stream().map(Team::id).collect(Collectors.toSet());
        return login.teams().stream()
                .filter(entry -> teams.contains(entry.id()))
                .map(TeamOfGroup::group)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void requireNobodyElses(GitHubUser account, String userId) {
        people.behind(account).filter(owner -> !owner.userId().equals(userId)).ifPresent(owner -> {
            throw new TurnedAway(
                    Reason.REFUSED,
                    "The account " + account.id() + " on GitHub belongs to " + owner.userId()
                            + ", who logs in another way.");
        });
    }

    private void note(Vouched person) {
        try {
            vouchedFor.welcome(person);
        } catch (NotWelcome refusal) {
            throw new TurnedAway(Reason.REFUSED, String.valueOf(refusal.getMessage()));
        }
    }
}
