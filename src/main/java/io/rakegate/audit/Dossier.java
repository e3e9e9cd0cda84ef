package io.rakegate.audit;

import io.rakegate.evidence.Quarantined;
import io.rakegate.process.Change;
import io.rakegate.process.FindingStanding;
import java.util.List;
import java.util.Map;

/**
 * Everything there is to know about one change, for its page.
 *
 * @param change the change itself
 * @param state whether it runs, or how it ended
 * @param creator user id of who asked for it
 * @param pullRequestUrl address of the pull request, empty before it was first read
 * @param steps the ten steps
 * @param answers the answers of step 2 by their questions; unanswered ones have an empty text
 * @param findings what the rules noticed, with what has become of it
 * @param evidence all evidence, oldest first
 * @param falseAlarms what was asked to be accepted as a false alarm of the scan, oldest first
 * @param decides whether the acting person may decide about those that wait
 * @param approvals all decisions of step 5, oldest first
 * @param run the production run
 * @param timeline every act, oldest first
 * @param path what of the diagram it came through
 * @param diagramVersion version of the diagram that is in force for it
 * @param withdrawable whether the acting person may withdraw it now
 */
public record Dossier(
        Change change,
        ChangeState state,
        String creator,
        String pullRequestUrl,
        List<StepState> steps,
        Map<String, String> answers,
        List<FindingStanding> findings,
        List<EvidenceLine> evidence,
        List<Quarantined> falseAlarms,
        boolean decides,
        List<ApprovalGiven> approvals,
        ProductionRun run,
        List<TimelineEntry> timeline,
        DrawnPath path,
        int diagramVersion,
        boolean withdrawable) {}
