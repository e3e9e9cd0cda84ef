package io.rakegate.pullrequest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rakegate.pullrequest.github.FakeGitHub.REPO;
import static io.rakegate.pullrequest.github.FakeGitHub.json;
import static io.rakegate.pullrequest.github.FakeGitHub.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.rakegate.pullrequest.ChangedFile;
import io.rakegate.pullrequest.ChangedFile.Change;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestUnreadable;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilesAtTest {

    private static final PullRequestRef REF = new PullRequestRef("acme", "vets-api", 7);
    private static final String MERGE = "9999999999999999999999999999999999999999";
    private static final String GONE = REPO + "/contents/rakelib/prod/gone.rake?ref=" + MERGE;

    private final FakeGitHub github = new FakeGitHub();

    @BeforeEach
    void theMergeIsThere() {
        github.answers(REPO + "/commits/" + MERGE, payload("commits.json").get(1));
        github.file("rakelib/prod/a%20b%23c.rake", MERGE, "task :a\n");
        github.on(get(urlEqualTo(GONE)).willReturn(json(404, payload("not-found.json"))));
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void eachFileComesWithItsTextOrWithoutIfItIsNotThere() {
        List<ChangedFile> files =
                github.pullRequests().filesAt(REF, MERGE, List.of("rakelib/prod/a b#c.rake", "rakelib/prod/gone.rake"));

        assertThat(files)
                .containsExactly(
                        new ChangedFile("rakelib/prod/a b#c.rake", Change.MODIFIED, null, "task :a\n"),
                        new ChangedFile("rakelib/prod/gone.rake", Change.REMOVED, null, null));
    }

    @Test
    void aCommitThatIsNotThereIsNotTakenForMissingFiles() {
        github.on(get(urlEqualTo(REPO + "/commits/" + MERGE)).willReturn(json(404, payload("not-found.json"))));

        assertThatThrownBy(() -> github.pullRequests().filesAt(REF, MERGE, List.of("rakelib/prod/gone.rake")))
                .isInstanceOf(PullRequestUnreadable.class);
    }

    @Test
    void anOutageIsNotTakenForAMissingFile() {
        github.on(get(urlEqualTo(GONE)).willReturn(WireMock.serverError()));

        assertThatThrownBy(() -> github.pullRequests().filesAt(REF, MERGE, List.of("rakelib/prod/gone.rake")))
                .isInstanceOf(PullRequestsUnavailable.class);
    }

    @Test
    void aFileTooLargeToCompareIsNotTakenForAnEqualOne() {
        github.file("rakelib/prod/large.rake", MERGE, "#".repeat(1024 * 1024 + 1));

        assertThatThrownBy(() -> github.pullRequests().filesAt(REF, MERGE, List.of("rakelib/prod/large.rake")))
                .isInstanceOf(PullRequestUnreadable.class)
                .hasMessage("rakelib/prod/large.rake at " + MERGE + " is no file that can be compared with what was"
                        + " approved: it is no file, or larger than 1 MB.");
    }
}
