package io.rakegate.audit;

import java.util.List;
import java.util.Set;

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

    /** The same for somebody who sees the changes of these teams and no others. */
    public Figures of(Set<String> teams) {
        return new Figures(
                leadTimes,
                stepWaits,
                teamWaits.stream().filter(wait -> teams.contains(wait.team())).toList());
    }

    /** Whether a change was completed in these months. */
    public boolean hasLeadTimes() {
        return leadTimes.stream().anyMatch(month -> month.changes() > 0);
    }
}
