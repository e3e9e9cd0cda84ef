package io.rakegate.process;

import io.rakegate.policy.Finding;
import io.rakegate.policy.FindingAnswer;
import io.rakegate.process.catalogue.Act;
import io.rakegate.process.catalogue.AnsweredFinding;
import io.rakegate.process.catalogue.ChangeVariables;
import io.rakegate.process.catalogue.FixedFinding;
import io.rakegate.process.catalogue.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * A finding with what has become of it: "fixed by a commit, explained, or waived with a reason and the approver who
 * accepted it".
 *
 * @param finding the finding
 * @param state what has become of it
 * @param answered the answer that was given to it, null if none was
 * @param fixedBy the first commit at which it was gone, null while it is there
 * @param acceptances who accepted its waiver; withdrawn approvals are not among them
 */
public record FindingStanding(
        Finding finding,
        State state,
        @Nullable AnsweredFinding answered,
        @Nullable String fixedBy,
        List<Acceptance> acceptances) {

    public FindingStanding {
        acceptances = List.copyOf(acceptances);
    }

    /** What has become of a finding. */
    public enum State {
        OPEN("open"),
        EXPLAINED("explained"),
        WAIVED("waived, not accepted by both yet"),
        ACCEPTED("waived and accepted by both"),
        FIXED("fixed"),
        NOTE("for information");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** What to call it. */
        public String words() {
            return words;
        }
    }

    /**
     * An approver accepted a waiver.
     *
     * @param side the task of the approval
     * @param act who, when and for which commit
     */
    public record Acceptance(String side, Act act) {}

    /** Where the variables of a change are read: a running change, or history. */
    public interface Known {

        /** The value of a variable; empty if it is not set. */
        <T> Optional<T> find(Variable<T> variable);

        /** What a running change knows. */
        static Known in(VariableScope scope) {
            return new Known() {
                @Override
                public <T> Optional<T> find(Variable<T> variable) {
                    return variable.find(scope);
                }
            };
        }
    }

    /** Every finding of a change, those that are there first, in the order of the rules, then those that were fixed. */
    public static List<FindingStanding> of(Known change) {
        List<AnsweredFinding> answered =
                change.find(ChangeVariables.ANSWERED_FINDINGS).orElse(List.of());
        Stream<FindingStanding> there = change.find(ChangeVariables.FINDINGS).orElse(List.of()).stream()
                .map(finding -> there(finding, answerTo(finding, answered), change));
        Stream<FindingStanding> fixed = change.find(ChangeVariables.FIXED_FINDINGS).orElse(List.of()).stream()
                .map(one -> fixed(one, answerTo(one.finding(), answered)));
        return Stream.concat(there, fixed).toList();
    }

    /** The findings whose waiver an approver has to accept. */
    public static List<FindingStanding> waivers(Known change) {
        return of(change).stream().filter(FindingStanding::isWaived).toList();
    }

    private boolean isWaived() {
        return state == State.WAIVED || state == State.ACCEPTED;
    }

    /** The answer in words, empty if there is none. */
    public String answer() {
        if (answered == null) {
            return "";
        }
        FindingAnswer answer = answered.answer();
        return answer.kind().words()
                + (answer.text().isBlank() ? "" : ": " + answer.text().strip());
    }

    private static FindingStanding there(Finding finding, @Nullable AnsweredFinding answered, Known change) {
        List<Acceptance> acceptances = isWaiver(answered) ? acceptances(finding, change) : List.of();
        return new FindingStanding(finding, state(finding, answered, acceptances), answered, null, acceptances);
    }

    private static FindingStanding fixed(FixedFinding one, @Nullable AnsweredFinding answered) {
        return new FindingStanding(one.finding(), State.FIXED, answered, one.headSha(), List.of());
    }

    private static State state(Finding finding, @Nullable AnsweredFinding answered, List<Acceptance> acceptances) {
        if (finding.severity() == Finding.Severity.NOTE) {
            return State.NOTE;
        }
        if (finding.isBlocking() || answered == null || !answered.answer().answers(finding)) {
            return State.OPEN;
        }
        if (!isWaiver(answered)) {
            return State.EXPLAINED;
        }
        return acceptances.size() == ApprovalVariables.both().size() ? State.ACCEPTED : State.WAIVED;
    }

    private static boolean isWaiver(@Nullable AnsweredFinding answered) {
        return answered != null && answered.answer().kind() == FindingAnswer.Kind.WAIVED;
    }

    private static List<Acceptance> acceptances(Finding finding, Known change) {
        List<Acceptance> acceptances = new ArrayList<>();
        for (ApprovalVariables approval : ApprovalVariables.both()) {
            boolean accepted =
                    change.find(approval.acceptedWaivers()).orElse(List.of()).contains(finding.id())
                            && change.find(approval.decision())
                                    .filter("approve"::equals)
                                    .isPresent();
            if (accepted) {
                change.find(approval.act())
                        .ifPresent(act ->
                                acceptances.add(new Acceptance(approval.task().id(), act)));
            }
        }
        return acceptances;
    }

    private static @Nullable AnsweredFinding answerTo(Finding finding, List<AnsweredFinding> answered) {
        return answered.stream()
                .filter(one -> one.answer().isAbout(finding))
                .findFirst()
                .orElse(null);
    }
}
