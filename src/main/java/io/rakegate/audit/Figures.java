package io.rakegate.audit;

import java.util.List;

/**
 * How changes get on, all of them together; no single one can be told from it.
 *
 * @param leadTimes the last twelve months, oldest first
 * @param stepWaits how long each task took lately, in the order of the steps
 * @param teamWaits who is waiting for whom now, the most first
 */
public record Figures(List<LeadTime> leadTimes, List<StepWait> stepWaits, List<TeamWait> teamWaits) {

    public Figures {
        leadTimes = List.copyOf(leadTimes);
        stepWaits = List.copyOf(stepWaits);
        teamWaits = List.copyOf(teamWaits);
    }

    /** Whether a change was completed in these months. */
    public boolean hasLeadTimes() {
        return leadTimes.stream().anyMatch(month -> month.changes() > 0);
    }
}
