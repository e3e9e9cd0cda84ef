package io.rakegate.process.web;

import io.rakegate.identity.SelfGuarded;
import io.rakegate.policy.PullRequestTemplate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pull request template for teams to copy into {@code .github/PULL_REQUEST_TEMPLATE/}. */
@RestController
@Tag(name = "Rake checks")
class PullRequestTemplateController {

    private static final String PATH = "/api/pull-request-template";

    @GetMapping(path = PATH, produces = "text/markdown;charset=UTF-8")
    @Operation(
            summary = "The pull request template",
            description = "In Markdown, with the questions that have to be answered. Copy it to"
                    + " .github/PULL_REQUEST_TEMPLATE/production_database_change.md in the repository of the rake"
                    + " tasks.")
    String template() {
        return PullRequestTemplate.markdown();
    }

    /** The comment on a pull request links to it, for readers without a login; it says nothing about any change. */
    @Configuration(proxyBeanMethods = false)
    static class OpenToEverybody {

        @Bean
        SelfGuarded pullRequestTemplate() {
            return () -> List.of(PATH);
        }
    }
}
