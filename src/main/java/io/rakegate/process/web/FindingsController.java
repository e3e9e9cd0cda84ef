package io.rakegate.process.web;

import io.rakegate.process.ChangeFindings;
import io.rakegate.pullrequest.PullRequestRef;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The findings of a change over HTTP, for whoever may see the change. */
@RestController
@Tag(name = "Changes")
class FindingsController {

    private final ChangeFindings findings;

    FindingsController(ChangeFindings findings) {
        this.findings = findings;
    }

    /** Those that are there, in the order of the rules, then those that a commit has fixed. */
    @GetMapping("/api/changes/{owner}/{repository}/{number}/findings")
    @Operation(
            summary = "The findings of a change",
            description =
                    "Each with its place, the sentence of the process document, how to answer it, and what has become"
                            + " of it. They are answered at the task Task_AnswerRequiredQuestions with the JSON variable"
                            + " findingAnswers: a list of {id, kind, text}, where kind is fixed, explained, singleStatement,"
                            + " atomicPerBatch or waived.")
    @ApiResponse(responseCode = "200", description = "The findings, empty if there are none")
    @ApiResponse(responseCode = "404", description = "No such change, or not one that you may see")
    List<FindingStandingBody> findings(
            @PathVariable String owner, @PathVariable String repository, @PathVariable String number) {
        String named = owner + "/" + repository + "#" + number;
        PullRequestRef ref;
        try {
            ref = PullRequestRef.fromKey(named);
        } catch (IllegalArgumentException noPullRequest) {
            throw new NoSuchChange(named);
        }
        return findings.find(ref).orElseThrow(() -> new NoSuchChange(ref)).stream()
                .map(FindingStandingBody::of)
                .toList();
    }
}
