package io.rakegate.sandbox.github;

import io.rakegate.pullrequest.PullRequestRef;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where a browser finds the sandbox's pages. */
@InSandbox
@Component("sandboxGitHubPublicAddress")
public class PublicAddress {

    private final SandboxGitHubProperties properties;
    private final Environment environment;

    PublicAddress(SandboxGitHubProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** The address below which the pages of repositories are, without a slash at the end. */
    public String gitHub() {
        return base() + "/sandbox/github";
    }

    /** A repository's page. */
    public String page(Repository repository) {
        return gitHub() + "/" + repository.fullName();
    }

    /** A pull request's page. */
    public String page(PullRequestRef ref) {
        return gitHub() + "/" + ref.repositoryName() + "/pull/" + ref.number();
    }

    private String base() {
        String configured = properties.baseUrl();
        if (configured != null && !configured.isBlank()) {
            return configured.replaceAll("/+$", "");
        }
        return OwnAddress.of(environment);
    }
}
