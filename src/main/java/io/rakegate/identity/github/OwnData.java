package io.rakegate.identity.github;

import io.rakegate.identity.github.Answers.Membership;
import io.rakegate.identity.github.Answers.Team;
import io.rakegate.identity.github.Answers.User;
import io.rakegate.identity.provider.OutOfReach;
import io.rakegate.identity.provider.TurnedAway;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * What people may read about themselves at GitHub's API, read with their own token. It is read whole or not at all: an
 * answer that does not come, or that GitHub cuts short, is never a person without teams.
 */
class OwnData {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PER_PAGE = 100;
    private static final int MOST_PAGES = 50;

    private final RestClient http;

    OwnData(String apiUrl) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build());
        requests.setReadTimeout(PATIENCE);
        this.http = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(apiUrl)
                .defaultHeader(HttpHeaders.ACCEPT, "application/vnd.github+json")
                .defaultHeader("X-GitHub-Api-Version", "2022-11-28")
                .build();
    }

    /** Whose token this is. */
    User user(String token) {
        User user = asked(() -> body(get(token, "/user").toEntity(User.class)));
        if (user.id() <= 0 || user.login() == null) {
            throw new OutOfReach("GitHub does not say whose token it is.", null);
        }
        return user;
    }

    /** Whether they are a member of an organisation, with the invitation accepted. */
    boolean isMember(String token, String organisation) {
        return asked(() -> {
            try {
                Membership membership = body(get(token, "/user/memberships/orgs/{organisation}", organisation)
                        .toEntity(Membership.class));
                return membership.isActive();
            } catch (HttpClientErrorException.NotFound none) {
                return false;
            }
        });
    }

    /** Every team that they are in, of all organisations. */
    List<Team> teams(String token) {
        return asked(() -> {
            List<Team> all = new ArrayList<>();
            for (int page = 1; page <= MOST_PAGES; page++) {
                ResponseEntity<Team[]> answer = get(token, "/user/teams?per_page={size}&page={page}", PER_PAGE, page)
                        .toEntity(Team[].class);
                all.addAll(List.of(body(answer)));
                if (!hasNext(answer)) {
                    return all;
                }
            }
            throw new OutOfReach("GitHub lists more teams of one person than are read.", null);
        });
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (HttpClientErrorException refusal) {
            if (isLimit(refusal)) {
                throw new OutOfReach("GitHub lets no more calls through for now.", refusal);
            }
            throw new TurnedAway(
                    TurnedAway.Reason.REFUSED,
                    "GitHub lets nobody read with this token, or the organisation does not let Rakegate ("
                            + refusal.getStatusCode().value() + ").");
        } catch (RestClientException unanswered) {
            throw new OutOfReach("GitHub does not answer as it should.", unanswered);
        }
    }

    private static boolean isLimit(HttpClientErrorException refusal) {
        HttpHeaders headers = refusal.getResponseHeaders();
        boolean usedUp = headers != null
                && ("0".equals(headers.getFirst("X-RateLimit-Remaining"))
                        || headers.getFirst(HttpHeaders.RETRY_AFTER) != null);
        return refusal instanceof HttpClientErrorException.TooManyRequests
                || (refusal instanceof HttpClientErrorException.Forbidden && usedUp);
    }

    private static boolean hasNext(ResponseEntity<?> answer) {
        String links = answer.getHeaders().getFirst(HttpHeaders.LINK);
        return links != null && links.contains("rel=\"next\"");
    }

    private static <T> T body(ResponseEntity<T> answer) {
        T body = answer.getBody();
        if (body == null) {
            throw new OutOfReach("GitHub answers nothing.", null);
        }
        return body;
    }

    private RestClient.ResponseSpec get(String token, String path, Object... parts) {
        return http.get()
                .uri(path, parts)
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .onStatus(HttpStatusCode::is3xxRedirection, (request, answer) -> {
                    throw new OutOfReach("GitHub's API leads elsewhere.", null);
                });
    }
}
