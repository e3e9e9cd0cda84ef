package io.rakegate.process.web;

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
        @NotBlank @Size(max = 2_000) String pullRequest,
        @NotBlank @Size(max = 200) String team,
        @NotBlank @Size(max = 10_000) String command) {}
