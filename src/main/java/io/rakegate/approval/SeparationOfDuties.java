package io.rakegate.approval;

import java.util.Collection;
import java.util.Optional;

/**
 * "Four sides, four people": authors, lead approver, Console Services approver and operator of one change are pairwise
 * different people. There is no exemption, for administrators neither.
 */
public final class SeparationOfDuties {

    private SeparationOfDuties() {}

    /**
     * Why somebody may not take a side.
     *
     * @param wanted the side to take
     * @param who who wants to take it
     * @param holders everybody who has taken a side of the change so far
     * @return a sentence to the person; empty if they may
     */
    public static Optional<String> refusal(Side wanted, Identity who, Collection<Holder> holders) {
        return holders.stream()
                .filter(holder -> holder.side() != wanted)
                .filter(holder -> holder.identity().isSameAs(who))
                .findFirst()
                .map(holder -> sentence(wanted, holder.side()));
    }

    private static String sentence(Side wanted, Side held) {
        return "You are already " + held.words() + ", so you cannot be " + wanted.words()
                + ": authors, both approvers and the operator of one change are four different people. "
                + "Ask somebody else of the group.";
    }
}
