package io.rakegate.sandbox.github;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A commit about to be pushed.
 *
 * @param author login of who writes it
 * @param coAuthors logins that are added as co-author trailers
 * @param message its message without trailers
 * @param files each changed path with its new text; empty removes the file
 */
public record NewCommit(String author, List<String> coAuthors, String message, Map<String, Optional<String>> files) {

    public NewCommit {
        coAuthors = List.copyOf(coAuthors);
        files = Map.copyOf(files);
    }

    /** A commit by one person that writes these files. */
    public static NewCommit writing(String author, String message, Map<String, String> files) {
        Map<String, Optional<String>> texts = new LinkedHashMap<>();
        files.forEach((path, text) -> texts.put(path, Optional.of(text)));
        return new NewCommit(author, List.of(), message, texts);
    }

    NewCommit by(String before, String after) {
        return author.equals(before) ? new NewCommit(after, coAuthors, message, files) : this;
    }
}
