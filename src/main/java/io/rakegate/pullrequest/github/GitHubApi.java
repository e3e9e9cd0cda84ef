package io.rakegate.pullrequest.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Reads one repository. The library would ask again for each account by its login, and leaves out the accounts of
 * commits; here accounts are taken with their numbers from the answer that named them.
 */
final class GitHubApi {

    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Pattern NEXT_PAGE = Pattern.compile("<([^>]+)>;\\s*rel=\"next\"");
    private static final int MOST_PAGES = 100;

    /** Half of the time for which the engine locks a job; beyond that a second node would begin the same work. */
    private static final Duration LONGEST_READING = Duration.ofSeconds(60);

    private final OkHttpClient client;
    private final HttpUrl repository;
    private final Supplier<String> authorization;
    private final Clock clock;
    private final Instant end;

    GitHubApi(OkHttpClient client, HttpUrl repository, Supplier<String> authorization, Clock clock) {
        this.client = client;
        this.repository = repository;
        this.authorization = authorization;
        this.clock = clock;
        this.end = clock.instant().plus(LONGEST_READING);
    }

    /** An address below the repository's; the path is encoded where needed. */
    HttpUrl.Builder at(String path) {
        return repository.newBuilder().addPathSegments(path);
    }

    <T> T get(HttpUrl url, Class<T> type) {
        return parse(url, send(new Request.Builder().url(url)), type);
    }

    /** What a SHA in the address names, which never changes: asked for once and then kept while there is room. */
    <T> T getForGood(HttpUrl url, Class<T> type) {
        Request.Builder request =
                new Request.Builder().url(url).tag(EtagCache.HoldsForGood.class, EtagCache.HoldsForGood.YES);
        return parse(url, send(request), type);
    }

    /** What is there, or nothing if GitHub says that there is nothing. */
    <T> Optional<T> find(HttpUrl url, Class<T> type) {
        Request.Builder request =
                new Request.Builder().url(url).tag(Refusals.MayBeAbsent.class, Refusals.MayBeAbsent.YES);
        Response response = send(request);
        return response.code() == 404 ? Optional.empty() : Optional.of(parse(url, response, type));
    }

    /** Every page of a list. */
    <T> List<T> list(HttpUrl.Builder firstPage, Class<T[]> type) {
        return pages(firstPage, type).stream().flatMap(Arrays::stream).toList();
    }

    /** The first element of a list, if it has any. */
    <T> Optional<T> firstOf(HttpUrl.Builder list, Class<T[]> type) {
        HttpUrl url = list.setQueryParameter("per_page", "1").build();
        return Arrays.stream(get(url, type)).findFirst();
    }

    /** Every page, a hundred elements each. */
    <P> List<P> pages(HttpUrl.Builder firstPage, Class<P> type) {
        List<P> pages = new ArrayList<>();
        Optional<HttpUrl> next =
                Optional.of(firstPage.setQueryParameter("per_page", "100").build());
        while (next.isPresent()) {
            HttpUrl url = next.get();
            Response response = send(new Request.Builder().url(url));
            pages.add(parse(url, response, type));
            next = nextPage(url, response);
            if (pages.size() > MOST_PAGES) {
                throw new PullRequestsUnavailable("GitHub's list " + url.encodedPath() + " does not come to an end.");
            }
        }
        return pages;
    }

    private static Optional<HttpUrl> nextPage(HttpUrl current, Response response) {
        String links = response.header("Link");
        Matcher matcher = NEXT_PAGE.matcher(links == null ? "" : links);
        if (!matcher.find()) {
            return Optional.empty();
        }
        HttpUrl next = current.resolve(matcher.group(1));
        if (next == null || !next.host().equals(current.host()) || next.port() != current.port()) {
            throw new PullRequestsUnavailable(
                    "GitHub's list " + current.encodedPath() + " goes on at another host, " + matcher.group(1) + ".");
        }
        return Optional.of(next);
    }

    private Response send(Request.Builder request) {
        if (clock.instant().isAfter(end)) {
            throw new PullRequestsUnavailable("GitHub answers too slowly: reading " + repository.encodedPath()
                    + " was given up after " + LONGEST_READING.toSeconds() + " seconds.");
        }
        request.header("Authorization", authorization.get())
                .header("Accept", "application/vnd.github+json")
                .header("X-GitHub-Api-Version", "2022-11-28");
        try {
            return client.newCall(request.build()).execute();
        } catch (IOException broken) {
            throw new PullRequestsUnavailable("GitHub could not be asked: " + broken.getMessage() + ".", broken);
        }
    }

    private static <T> T parse(HttpUrl url, Response response, Class<T> type) {
        String asked = url.encodedPath();
        try (ResponseBody body = response.body()) {
            T answer = body == null ? null : JSON.readValue(body.byteStream(), type);
            if (answer == null) {
                throw new PullRequestsUnavailable("GitHub's answer to " + asked + " is empty.");
            }
            return answer;
        } catch (JsonProcessingException nonsense) {
            throw new PullRequestsUnavailable(
                    "GitHub's answer to " + asked + " makes no sense: " + nonsense.getOriginalMessage(), nonsense);
        } catch (IOException broken) {
            throw new PullRequestsUnavailable("GitHub's answer to " + asked + " broke off.", broken);
        }
    }
}
