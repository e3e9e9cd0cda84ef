package io.rakegate.sandbox.slack;

import java.util.Map;

/** One method of Slack's Web API. */
interface ApiMethod {

    /** Slack's name of it, such as {@code chat.postMessage}. */
    String name();

    /**
     * Does it.
     *
     * @return the members of the answer besides {@code ok}
     * @throws Refused if Slack would
     */
    Map<String, Object> answer(Arguments arguments);
}
