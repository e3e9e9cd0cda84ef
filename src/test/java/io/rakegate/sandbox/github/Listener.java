package io.rakegate.sandbox.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands where Rakegate listens to the webhook, and keeps what it is told. */
public final class Listener extends OncePerRequestFilter {

    private final BlockingQueue<Delivery> told = new LinkedBlockingQueue<>();
    private volatile int answer = HttpServletResponse.SC_ACCEPTED;

    record Delivery(String event, String id, String signature, String body) {}

    /** The next delivery, which may be on its way; null if none comes. */
    @Nullable Delivery next() throws InterruptedException {
        return told.poll(30, TimeUnit.SECONDS);
    }

    boolean hasHeardNothing() {
        return told.isEmpty();
    }

    void forget() {
        told.clear();
        answer = HttpServletResponse.SC_ACCEPTED;
    }

    /** From now on it is out of order. */
    void fails() {
        answer = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        told.add(new Delivery(
                request.getHeader("X-GitHub-Event"),
                request.getHeader("X-GitHub-Delivery"),
                request.getHeader("X-Hub-Signature-256"),
                new String(request.getInputStream().readAllBytes(), UTF_8)));
        response.setStatus(answer);
    }
}
