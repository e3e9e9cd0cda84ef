package io.rakegate.identity.provider;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/**
 * A provider does not answer, or not with what it should. Nobody is let in and nobody is logged out for that: whoever is
 * asked about waits until it answers.
 */
public class OutOfReach extends AuthenticationServiceException {

    private static final long serialVersionUID = 1L;

    public OutOfReach(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** Whether a failure comes from a provider that does not answer, rather than from what it answered. */
    public static boolean isBehind(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof OutOfReach
                        || cause instanceof HttpServerErrorException
                        || cause instanceof ResourceAccessException);
    }
}
