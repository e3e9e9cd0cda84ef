package io.rakegate.process;

import io.rakegate.policy.Finding;
import io.rakegate.process.FindingStanding.Acceptance;
import io.rakegate.process.FindingStanding.Known;
import io.rakegate.process.FindingStanding.State;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The findings of a change with their answers, in Markdown, for whoever decides about it. */
final class FindingLines {

    private FindingLines() {}

    static String of(Known change) {
        List<FindingStanding> standings = FindingStanding.of(change);
        return standings.isEmpty()
                ? ""
                : standings.stream()
                        .map(FindingLines::line)
                        .collect(Collectors.joining("\n", "\n**Findings**\n\n", "\n"));
    }

    private static String line(FindingStanding standing) {
        Finding finding = standing.finding();
        String place = finding.place().isEmpty() ? "" : " `" + finding.place().replace("`", "'") + "`";
        return "- " + weight(standing) + WrittenText.plain(finding.sentence()) + place + " " + rest(standing);
    }

    private static String weight(FindingStanding standing) {
        if (standing.finding().isBlocking() && standing.state() == State.OPEN) {
            return "**must be fixed:** ";
        }
        return "**" + standing.state().words() + ":** ";
    }

    private static String rest(FindingStanding standing) {
        return switch (standing.state()) {
            case FIXED -> "By commit `" + shortened(standing.fixedBy()) + "`.";
            case OPEN ->
                stillThere(standing) + WrittenText.plain(standing.finding().howToFix());
            case NOTE -> WrittenText.plain(standing.finding().howToFix());
            case EXPLAINED, WAIVED, ACCEPTED ->
                "Answer: " + WrittenText.plain(standing.answer()) + acceptedBy(standing.acceptances());
        };
    }

    private static String stillThere(FindingStanding standing) {
        return standing.answered() == null
                ? ""
                : "It was answered by \"" + WrittenText.plain(standing.answer()) + "\", and it is still there. ";
    }

    private static String acceptedBy(List<Acceptance> acceptances) {
        return acceptances.isEmpty()
                ? ""
                : acceptances.stream()
                        .map(acceptance -> WrittenText.plain(acceptance.act().name()))
                        .collect(Collectors.joining(" and ", " Accepted by ", "."));
    }

    private static String shortened(@Nullable String sha) {
        return sha == null ? "" : sha.substring(0, Math.min(7, sha.length()));
    }
}
