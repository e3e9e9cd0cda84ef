package io.rakegate.pullrequest.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rakegate.pullrequest.PullRequestUnreadable;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Turns every way in which GitHub fails or refuses into one of the port's two errors, before anybody else sees the
 * answer. What passes is complete, in memory, and a success.
 */
final class Refusals implements Interceptor {

    /** Put on a request for which "404 Not Found" is an answer rather than a refusal. */
    enum MayBeAbsent {
        YES
    }

    private static final long LARGEST_ANSWER = 16L * 1024 * 1024;
    private static final long LONGEST_REFUSAL = 64 * 1024;
    private static final Set<Integer> NOT_FOR_US = Set.of(403, 404, 410, 451);

    private final RateLimitPause pause;

    Refusals(RateLimitPause pause) {
        this.pause = pause;
    }

    @Override
    public Response intercept(Chain chain) {
        Request request = chain.request();
        pause.current().ifPresent(until -> {
            throw new PullRequestsUnavailable("GitHub limits the number of calls. Try again after " + until + ".");
        });
        Response response;
        try {
            response = inMemory(chain.proceed(request));
        } catch (IOException broken) {
            throw new PullRequestsUnavailable(
                    "GitHub did not answer %s in time, or the connection broke (%s)."
                            .formatted(name(request), broken.getMessage()),
                    broken);
        }
        boolean passes = response.isSuccessful() || isForeseenAbsence(request, response);
        if (!passes) {
            refuse(request, response);
        }
        return response;
    }

    private static Response inMemory(Response response) throws IOException {
        try (ResponseBody body = response.body()) {
            if (body == null) {
                return response;
            }
            Buffer buffer = new Buffer();
            while (body.source().read(buffer, 8192) != -1) {
                if (buffer.size() > LARGEST_ANSWER) {
                    throw new IOException("the answer is larger than " + LARGEST_ANSWER + " bytes");
                }
            }
            return response.newBuilder()
                    .body(ResponseBody.create(buffer, body.contentType(), buffer.size()))
                    .build();
        }
    }

    private static boolean isForeseenAbsence(Request request, Response response) {
        return response.code() == 404 && request.tag(MayBeAbsent.class) != null && message(response) != null;
    }

    private void refuse(Request request, Response response) {
        String message = message(response);
        String answer = "GitHub answers %s with %d%s."
                .formatted(name(request), response.code(), message == null ? "" : " (" + message + ")");
        if (RateLimitPause.isRateLimited(response, message == null ? "" : message)) {
            Instant until = pause.begin(response);
            throw new PullRequestsUnavailable(
                    answer + " It limits the number of calls. Try again after " + until + ".");
        }
        if (response.code() == 401) {
            throw new PullRequestsUnavailable(
                    answer + " It does not accept the token or App key that is configured under rakegate.github.");
        }
        // a proxy in between knows nothing about the pull request: only GitHub's own refusals, which are JSON, count
        if (NOT_FOR_US.contains(response.code()) && message != null) {
            throw new PullRequestUnreadable(
                    answer + " It is not there, or the account that Rakegate uses may not do this.");
        }
        throw new PullRequestsUnavailable(answer);
    }

    private static @Nullable String message(Response response) {
        try {
            Wire.Refusal refusal =
                    GitHubApi.JSON.readValue(response.peekBody(LONGEST_REFUSAL).byteStream(), Wire.Refusal.class);
            return refusal == null ? null : refusal.message();
        } catch (JsonProcessingException notFromGitHub) {
            return null;
        } catch (IOException impossible) {
            throw new IllegalStateException("An answer in memory cannot be read.", impossible);
        }
    }

    private static String name(Request request) {
        return request.method() + " " + request.url().encodedPath();
    }
}
