package io.rakegate.sandbox.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SampleTasksTest {

    private final SampleTasks samples = new SampleTasks();

    @Test
    void everyFileOfASampleIsInOneOfItsCommits() {
        assertThat(samples.all()).hasSizeGreaterThanOrEqualTo(12);
        for (SampleTask sample : samples.all()) {
            Set<String> written = new TreeSet<>();
            sample.commits().forEach(commit -> written.addAll(commit.writes()));

            assertThat(written).as(sample.slug()).isEqualTo(sample.files().keySet());
        }
    }

    @Test
    void theSamplesShowTheTraitsThatRealOnesHave() {
        assertThat(samples.all()).extracting(SampleTask::state).contains("open", "draft", "closed");
        assertThat(samples.all())
                .extracting(SampleTask::author)
                .contains("creator", "creator2", "lead", "dependabot[bot]");
        assertThat(rakeFilesOf("05-outside-the-production-folder")).containsExactly("rakelib/letters.rake");
        assertThat(rakeFilesOf("07-no-rake-task")).isEmpty();
        assertThat(samples.get("06-several-tasks").files().get("rakelib/prod/relationship_codes.rake"))
                .containsPattern("(?s)task preview.*task :apply.*task roll_back");
        assertThat(samples.get("11-with-a-co-author").commits())
                .anySatisfy(commit -> assertThat(commit.coAuthors()).containsExactly("operator"));
    }

    private List<String> rakeFilesOf(String slug) {
        return samples.get(slug).files().keySet().stream()
                .filter(path -> path.endsWith(".rake"))
                .toList();
    }
}
