package io.rakegate.process.web;

import io.rakegate.policy.PullRequestTemplate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pull request template for teams to copy into {@code .github/PULL_REQUEST_TEMPLATE/}. */
@RestController
@Tag(name = "Rake checks")
class PullRequestTemplateController {

    @GetMapping(path = "/api/pull-request-template", produces = "text/markdown;charset=UTF-8")
    @Operation(
            summary = "The pull request template",
            description =
                    "In Markdown, with the questions that have to be answered. Copy it to"
                            + " .github/PULL_REQUEST_TEMPLATE/production_database_change.md in the repository of the rake tasks.")
    String template() {
        return PullRequestTemplate.markdown();
    }
}
