package io.rakegate.pullrequest.github;

import java.io.IOException;
import okhttp3.Authenticator;
import org.kohsuke.github.GitHub;

/** As whom Rakegate acts on GitHub. */
interface GitHubAccess extends Authenticator {

    /** The Authorization header for calls about a repository. */
    String authorization(String repositoryName);

    /** The login name under which what Rakegate writes appears. */
    String ownLogin(GitHub github) throws IOException;
}
