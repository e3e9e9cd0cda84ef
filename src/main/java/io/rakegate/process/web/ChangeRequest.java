package io.rakegate.process.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Asks for a change.
 *
 * @param pullRequest link of the pull request, such as {@code https://github.com/o/r/pull/1}
 * @param team slug of the requesting team
 * @param command the rake command that is to run in production
 */
record ChangeRequest(
        @Schema(description = "Link of the pull request", example = "https://github.com/o/r/pull/1")
        @NotBlank @Size(max = 2_000) String pullRequest,

        @Schema(description = "Slug of the requesting team", example = "benefits") @NotBlank @Size(max = 200) String team,

        @Schema(
                description = "Rake command, exactly as it is to be typed in production",
                example = "bundle exec rake claims:backfill")
        @NotBlank @Size(max = 10_000) String command) {}
