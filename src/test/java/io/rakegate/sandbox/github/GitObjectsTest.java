package io.rakegate.sandbox.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The expected values were computed by Git itself. */
class GitObjectsTest {

    @Test
    void aContentIsNamedAsGitDoes() {
        assertThat(GitObjects.blob("hello\n".getBytes(UTF_8))).isEqualTo("ce013625030ba8dba906f756967f9e9ca394464a");
    }

    @Test
    void anEmptyTreeIsNamedAsGitDoes() {
        assertThat(GitObjects.tree(Map.of())).isEqualTo("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
    }

    @Test
    void aTreeWithFoldersAndTheCommitOfItAreNamedAsGitDoes() {
        String blob = GitObjects.blob("hello\n".getBytes(UTF_8));
        Signature by = new Signature("creator", "creator@example.org", Instant.ofEpochSecond(1_700_000_000), null);

        String tree = GitObjects.tree(Map.of("a.txt", blob, "a/b/c.txt", blob, "a-b", blob));
        String commit = GitObjects.commit(tree, List.of(), by, by, "First\n");

        assertThat(tree).isEqualTo("188b6776e1b91517bfa823d3e6cc7b0c31b577ac");
        assertThat(commit).isEqualTo("5f9fa4c428026d4f4795e65bafdcb344476e0035");
    }

    @Test
    void whatIsInAFolderIsListedInGitsOrder() {
        String blob = GitObjects.blob("hello\n".getBytes(UTF_8));

        assertThat(GitObjects.entries(Map.of("a.txt", blob, "a/b/c.txt", blob, "a-b", blob)))
                .extracting(GitObjects.Entry::name, GitObjects.Entry::isFolder)
                .containsExactly(tuple("a-b", false), tuple("a.txt", false), tuple("a", true));
    }
}
