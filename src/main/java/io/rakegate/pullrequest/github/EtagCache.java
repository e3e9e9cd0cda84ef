package io.rakegate.pullrequest.github;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Asks GitHub each time whether an answer still holds (by its ETag) and repeats the answer only if GitHub says so; that
 * costs nothing of the rate limit. Kept in memory, so that neither private code nor tokens reach a disk.
 */
final class EtagCache implements Interceptor {

    private static final int LARGEST_ANSWER = 2 * 1024 * 1024;

    private final long capacity;
    private final Map<String, Answer> answers = new LinkedHashMap<>(64, 0.75f, true);
    private long used;

    /**
     * Keeps the answers used last.
     *
     * @param capacity how many bytes of answers to keep at most
     */
    EtagCache(long capacity) {
        this.capacity = capacity;
    }

    /** Marks a request for what its own SHA names: once answered, GitHub need not be asked whether that still holds. */
    enum HoldsForGood {
        YES
    }

    private record Answer(
            String etag, Headers headers, @Nullable MediaType type, ByteString body) {}

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!request.method().equals("GET")) {
            return chain.proceed(request);
        }
        String key = request.url() + " " + request.header("Accept");
        Answer known = find(key);
        if (known != null && request.tag(HoldsForGood.class) != null) {
            return again(known, new Response.Builder().request(request).protocol(Protocol.HTTP_1_1));
        }
        Response response = chain.proceed(
                known == null
                        ? request
                        : request.newBuilder()
                                .header("If-None-Match", known.etag)
                                .build());
        if (known != null && response.code() == HttpURLConnection.HTTP_NOT_MODIFIED) {
            response.close();
            return again(known, response.newBuilder());
        }
        remember(key, response);
        return response;
    }

    private static Response again(Answer known, Response.Builder response) {
        return response.code(HttpURLConnection.HTTP_OK)
                .message("OK")
                .headers(known.headers)
                .body(ResponseBody.create(known.body, known.type))
                .build();
    }

    private void remember(String key, Response response) throws IOException {
        String etag = response.header("ETag");
        if (response.code() != HttpURLConnection.HTTP_OK || etag == null) {
            return;
        }
        ResponseBody copy = response.peekBody(LARGEST_ANSWER + 1L);
        if (copy.contentLength() <= LARGEST_ANSWER) {
            put(key, new Answer(etag, response.headers(), copy.contentType(), copy.byteString()));
        }
    }

    private synchronized @Nullable Answer find(String key) {
        return answers.get(key);
    }

    private synchronized void put(String key, Answer answer) {
        Answer before = answers.put(key, answer);
        used += answer.body.size() - (before == null ? 0 : before.body.size());
        Iterator<Answer> leastUsedFirst = answers.values().iterator();
        while (used > capacity && leastUsedFirst.hasNext()) {
            used -= leastUsedFirst.next().body.size();
            leastUsedFirst.remove();
        }
    }
}
