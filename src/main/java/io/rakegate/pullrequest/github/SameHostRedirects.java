package io.rakegate.pullrequest.github;

import java.io.IOException;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Follows a renamed repository to its new name, but never to another host: the token goes with the request. */
final class SameHostRedirects implements Interceptor {

    private static final int MOST_HOPS = 3;
    private static final Set<Integer> KEEPING_THE_METHOD = Set.of(307, 308);
    private static final Set<Integer> FOR_READING = Set.of(301, 302, 307, 308);

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Response response = chain.proceed(request);
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            HttpUrl target = target(request, response);
            if (target == null) {
                return response;
            }
            response.close();
            request = request.newBuilder().url(target).build();
            response = chain.proceed(request);
        }
        return response;
    }

    private static @Nullable HttpUrl target(Request request, Response response) {
        Set<Integer> followed = request.method().equals("GET") ? FOR_READING : KEEPING_THE_METHOD;
        String location = response.header("Location");
        if (!followed.contains(response.code()) || location == null) {
            return null;
        }
        HttpUrl from = request.url();
        HttpUrl to = from.resolve(location);
        boolean sameHost = to != null
                && to.scheme().equals(from.scheme())
                && to.host().equals(from.host())
                && to.port() == from.port();
        return sameHost ? to : null;
    }
}
