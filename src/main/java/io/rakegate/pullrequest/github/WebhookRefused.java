package io.rakegate.pullrequest.github;

import org.springframework.http.HttpStatus;

/** A delivery is not taken; the sentence says what is wrong with it, for whoever looks at it on GitHub's page. */
final class WebhookRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String sentence;

    WebhookRefused(HttpStatus status, String sentence) {
        super(sentence);
        this.status = status;
        this.sentence = sentence;
    }

    HttpStatus status() {
        return status;
    }

    String sentence() {
        return sentence;
    }
}
