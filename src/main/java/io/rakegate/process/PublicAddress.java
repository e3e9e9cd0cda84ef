package io.rakegate.process;

import io.rakegate.pullrequest.PullRequestRef;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach Rakegate; links in comments and announcements begin with it.
 *
 * @param publicUrl such as {@code https://rakegate.example.org}, with or without a slash at its end
 */
@ConfigurationProperties("rakegate")
public record PublicAddress(
        @DefaultValue("http://localhost:8080") String publicUrl) {

    public PublicAddress {
        publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** The page of a change. */
    public String pageOf(PullRequestRef change) {
        return publicUrl + "/changes/" + change.owner() + "/" + change.repository() + "/" + change.number();
    }

    /** The list of tasks. */
    public String tasklist() {
        return publicUrl + "/camunda/app/tasklist/default/";
    }

    /** The pull request template, for everybody to copy. */
    public String pullRequestTemplate() {
        return publicUrl + "/api/pull-request-template";
    }

    /** The file of one piece of evidence. */
    public String evidenceFile(PullRequestRef change, String evidenceId) {
        return publicUrl + "/api/changes/" + change.owner() + "/" + change.repository() + "/" + change.number()
                + "/evidence/" + evidenceId + "/file";
    }
}
