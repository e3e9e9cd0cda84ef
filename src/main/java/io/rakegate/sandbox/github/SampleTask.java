package io.rakegate.sandbox.github;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pull request that the sandbox can open: a rake task as it could have been written, with the trait it shows.
 *
 * @param slug name of its folder
 * @param trait what it shows, in a sentence for the page
 * @param title its title
 * @param author login of who opens it
 * @param branch the branch it comes from
 * @param state open, draft or closed
 * @param labels names of its labels
 * @param body its description in Markdown
 * @param commits its commits, oldest first
 * @param files the text of each of its files by path
 */
public record SampleTask(
        String slug,
        String trait,
        String title,
        String author,
        String branch,
        String state,
        List<String> labels,
        String body,
        List<SampleCommit> commits,
        Map<String, String> files) {

    /**
     * One of its commits.
     *
     * @param author login of who wrote it
     * @param coAuthors logins of who helped
     * @param message its message
     * @param writes paths of the files it writes
     * @param removes paths of the files it removes
     */
    public record SampleCommit(
            String author, List<String> coAuthors, String message, List<String> writes, List<String> removes) {

        NewCommit with(Map<String, String> files) {
            Map<String, Optional<String>> texts = new LinkedHashMap<>();
            writes.forEach(path -> texts.put(path, Optional.of(textOf(path, files))));
            removes.forEach(path -> texts.put(path, Optional.empty()));
            return new NewCommit(author, coAuthors, message, texts);
        }

        private static String textOf(String path, Map<String, String> files) {
            String text = files.get(path);
            if (text == null) {
                throw new IllegalStateException("The sample's folder has no file " + path + ".");
            }
            return text;
        }
    }

    /** The pull request to open in a repository. */
    public NewPull in(Repository repository) {
        List<NewCommit> written =
                commits.stream().map(commit -> commit.with(files)).toList();
        return new NewPull(
                repository.owner(),
                repository.name(),
                title,
                body,
                author,
                branch,
                state.equals("draft"),
                labels,
                written);
    }
}
