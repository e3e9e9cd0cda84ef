package io.rakegate.identity;

import java.util.List;

/**
 * Paths that check their callers themselves, by a signature or by tokens of their own, and so need no login. A room
 * that owns such paths provides a bean.
 */
public interface SelfGuarded {

    /** Path patterns such as {@code /webhooks/**}. */
    List<String> paths();
}
