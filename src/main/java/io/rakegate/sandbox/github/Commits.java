package io.rakegate.sandbox.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All commits and the contents of their files. */
@InSandbox
@Component("sandboxGitHubCommits")
public class Commits {

    private static final TypeReference<Map<String, String>> TREE = new TypeReference<>() {};

    private final JdbcClient database;
    private final Accounts accounts;
    private final ObjectMapper json = new ObjectMapper();

    Commits(JdbcClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /** The commit with this full SHA. */
    public Optional<Commit> find(Repository repository, String sha) {
        return database.sql("select * from sandbox.github_commit where repository_id = ? and sha = ?")
                .params(repository.id(), sha)
                .query(this::row)
                .optional();
    }

    /**
     * The commit with this full SHA.
     *
     * @throws Refusal if there is none
     */
    public Commit get(Repository repository, String sha) {
        return find(repository, sha).orElseThrow(Refusal::notFound);
    }

    /** What is in the head's history and not in the base's, oldest first. */
    public List<Commit> between(Repository repository, String baseSha, String headSha) {
        return database.sql("""
                        with recursive known as (
                            select sha, parents from sandbox.github_commit where repository_id = :repository and sha = :base
                            union select c.sha, c.parents from sandbox.github_commit c
                                join known on c.sha = any(known.parents) where c.repository_id = :repository),
                        proposed as (
                            select sha, parents from sandbox.github_commit where repository_id = :repository and sha = :head
                            union select c.sha, c.parents from sandbox.github_commit c
                                join proposed on c.sha = any(proposed.parents) where c.repository_id = :repository)
                        select * from sandbox.github_commit where repository_id = :repository
                            and sha in (select sha from proposed except select sha from known)
                        order by position""")
                .param("repository", repository.id())
                .param("base", baseSha)
                .param("head", headSha)
                .query(this::row)
                .list();
    }

    /** A commit's whole history, newest first. */
    public List<Commit> upTo(Repository repository, String headSha) {
        List<Commit> history = new ArrayList<>(between(repository, "", headSha));
        Collections.reverse(history);
        return history;
    }

    /** The files of every commit, newest first. */
    List<Map<String, String>> trees(Repository repository) {
        return database.sql("select tree from sandbox.github_commit where repository_id = ? order by position desc")
                .param(repository.id())
                .query((row, index) -> read(row.getString("tree")))
                .list();
    }

    /** The bytes with this SHA. */
    public Optional<byte[]> content(String blobSha) {
        return database.sql("select content from sandbox.github_blob where sha = ?")
                .param(blobSha)
                .query(byte[].class)
                .optional();
    }

    /** The texts with these SHAs, asked for at once. */
    Map<String, String> texts(Collection<String> blobShas) {
        Map<String, String> texts = new HashMap<>();
        database.sql("select sha, content from sandbox.github_blob where sha = any(?)")
                .param(blobShas.toArray(String[]::new))
                .query(row -> {
                    texts.put(row.getString("sha"), new String(row.getBytes("content"), UTF_8));
                });
        return texts;
    }

    /** The text with this SHA, which a commit's tree names. */
    public String text(String blobSha) {
        return new String(content(blobSha).orElseThrow(Refusal::notFound), UTF_8);
    }

    String keep(String text) {
        byte[] content = text.getBytes(UTF_8);
        String sha = GitObjects.blob(content);
        database.sql("insert into sandbox.github_blob (sha, content) values (?, ?) on conflict do nothing")
                .params(sha, content)
                .update();
        return sha;
    }

    Commit add(
            Repository repository,
            List<String> parents,
            Map<String, String> tree,
            String message,
            Signature author,
            Signature committer) {
        String sha = GitObjects.commit(GitObjects.tree(tree), parents, author, committer, message);
        Commit commit = new Commit(sha, parents, message, author, committer, tree);
        database.sql("""
                        insert into sandbox.github_commit (repository_id, sha, parents, message,
                            author_name, author_email, author_id, authored_at,
                            committer_name, committer_email, committer_id, committed_at, tree)
                        values (:repository, :sha, :parents, :message, :authorName, :authorEmail, :authorId, :authoredAt,
                            :committerName, :committerEmail, :committerId, :committedAt, :tree::jsonb)
                        on conflict do nothing""")
                .param("repository", repository.id())
                .param("sha", sha)
                .param("parents", parents.toArray(String[]::new))
                .param("message", message)
                .param("authorName", author.name())
                .param("authorEmail", author.email())
                .param(
                        "authorId",
                        author.account() == null ? null : author.account().id())
                .param("authoredAt", author.at().atOffset(ZoneOffset.UTC))
                .param("committerName", committer.name())
                .param("committerEmail", committer.email())
                .param(
                        "committerId",
                        committer.account() == null ? null : committer.account().id())
                .param("committedAt", committer.at().atOffset(ZoneOffset.UTC))
                .param("tree", written(tree))
                .update();
        return commit;
    }

    private Commit row(ResultSet row, int index) throws SQLException {
        return new Commit(
                row.getString("sha"),
                Arrays.asList((String[]) row.getArray("parents").getArray()),
                row.getString("message"),
                signature(row, "author", "authored_at"),
                signature(row, "committer", "committed_at"),
                read(row.getString("tree")));
    }

    private Signature signature(ResultSet row, String who, String when) throws SQLException {
        return new Signature(
                row.getString(who + "_name"),
                row.getString(who + "_email"),
                row.getTimestamp(when).toInstant(),
                accounts.byNullableId(row.getObject(who + "_id", Long.class)));
    }

    private String written(Map<String, String> tree) {
        try {
            return json.writeValueAsString(new TreeMap<>(tree));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A map of strings is always JSON.", impossible);
        }
    }

    private Map<String, String> read(String tree) {
        try {
            return json.readValue(tree, TREE);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A commit's tree in the database is damaged.", damaged);
        }
    }
}
