package io.rakegate.sandbox.github.page;

import io.rakegate.sandbox.github.NewCommit;
import io.rakegate.sandbox.github.NewPull;
import io.rakegate.sandbox.github.Review;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What programs send to play somebody. */
final class ControlRequests {

    private ControlRequests() {}

    /** A pull request to open: a sample task by its name, or one with these files. */
    record Opening(
            @Nullable String sample,
            @Nullable String title,
            @Nullable String body,
            @Nullable String author,
            @Nullable String branch,
            @Nullable Boolean draft,
            @Nullable List<String> labels,
            @Nullable Map<String, String> files) {

        NewPull written(String owner, String repo) {
            String by = Objects.requireNonNullElse(author, "creator");
            String headline = Objects.requireNonNullElse(title, "A rake task");
            Map<String, String> texts = Objects.requireNonNullElse(files, Map.of());
            return new NewPull(
                    owner,
                    repo,
                    headline,
                    Objects.requireNonNullElse(body, ""),
                    by,
                    Objects.requireNonNullElse(branch, "change"),
                    Boolean.TRUE.equals(draft),
                    Objects.requireNonNullElse(labels, List.of()),
                    List.of(NewCommit.writing(by, headline, texts)));
        }

        NewPull adapted(NewPull template) {
            return template.by(Objects.requireNonNullElse(author, template.author()))
                    .titled(Objects.requireNonNullElse(title, template.title()));
        }
    }

    /** A commit to push; a file whose text is null is removed. */
    record Pushing(
            @NotBlank String author,
            @Nullable List<String> coAuthors,
            @Nullable String message,
            @NotNull Map<String, @Nullable String> files) {

        NewCommit commit() {
            Map<String, Optional<String>> texts = new LinkedHashMap<>();
            files.forEach((path, text) -> texts.put(path, Optional.ofNullable(text)));
            return new NewCommit(
                    author,
                    Objects.requireNonNullElse(coAuthors, List.of()),
                    Objects.requireNonNullElse(message, "Update"),
                    texts);
        }
    }

    /** What somebody says, and for a review how. */
    record Saying(@NotBlank String author, @Nullable String body, Review.@Nullable State state) {}

    /** Who merges, and whether although the gate is not green. */
    record MergeRequest(@NotBlank String author, @Nullable Boolean anyway) {}

    /** What a pull request shall be: open, closed, draft or ready. */
    record StateRequest(@NotBlank String state) {}

    /** A new title and description; what is null stays. */
    record EditRequest(@Nullable String title, @Nullable String body) {}
}
