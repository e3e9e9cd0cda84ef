package io.rakegate.pullrequest.github;

import io.rakegate.pullrequest.PullRequestsUnavailable;
import java.io.IOException;
import org.kohsuke.github.GHException;

/**
 * A call of the GitHub library. Refusals and outages have been dealt with below it ({@link Refusals}): what the library
 * itself still reports is an answer that it cannot understand.
 */
@FunctionalInterface
interface LibraryCall<T> {

    T run() throws IOException;

    static <T> T ask(LibraryCall<T> call) {
        try {
            return call.run();
        } catch (IOException | GHException nonsense) {
            throw new PullRequestsUnavailable("GitHub's answer makes no sense: " + nonsense.getMessage(), nonsense);
        }
    }
}
