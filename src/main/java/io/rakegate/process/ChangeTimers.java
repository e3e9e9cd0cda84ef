package io.rakegate.process;

import org.springframework.stereotype.Component;

/** The intervals that the diagram's timers read, as ISO 8601 cycles. */
@Component
public class ChangeTimers {

    private final ProcessProperties properties;

    ChangeTimers(ProcessProperties properties) {
        this.properties = properties;
    }

    /** How often to look at the pull request again, such as {@code R/PT5M}. */
    public String getLookAgain() {
        return "R/" + properties.lookAgainEvery();
    }

    /** How often to remind, such as {@code R/PT4H}. */
    public String getRemind() {
        return "R/" + properties.remindEvery();
    }
}
