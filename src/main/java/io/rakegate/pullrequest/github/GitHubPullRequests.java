package io.rakegate.pullrequest.github;

import io.rakegate.pullrequest.ChangedFile;
import io.rakegate.pullrequest.MergeGate;
import io.rakegate.pullrequest.OpenPullRequest;
import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequestRef;
import io.rakegate.pullrequest.PullRequestUnreadable;
import io.rakegate.pullrequest.PullRequests;
import io.rakegate.pullrequest.RakeSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Pull requests on github.com or GitHub Enterprise Server. */
@Component
final class GitHubPullRequests implements PullRequests {

    private static final String OTHER_HOST = """
            "%s" is not a pull request on %s, where Rakegate works. Give the link of a pull request there, \
            or have the administrator set rakegate.github.web-url.""";

    private static final String OTHER_REPOSITORY = """
            Rakegate does not work on the repository %s. Give the link of a pull request in %s, \
            or have the administrator add it to rakegate.github.repositories.""";

    private static final String TOO_LARGE = """
            %s at %s is no file that can be compared with what was approved: it is no file, or larger than 1 MB.""";

    private final GitHubProperties properties;
    private final GitHubConnection connection;
    private final StickyComments comments;
    private final MergeGates gates;
    private final Map<String, Lock> readsRakeFolders = new ConcurrentHashMap<>();

    GitHubPullRequests(GitHubProperties properties, GitHubConnection connection) {
        this.properties = properties;
        this.connection = connection;
        this.comments = new StickyComments(connection);
        this.gates = properties.isApp() ? new CheckRunGates(connection) : new StatusGates(connection);
    }

    @Override
    public PullRequestRef locate(String link) {
        PullRequestRef named = PullRequestRef.fromLink(link);
        if (!startsWith(link.strip(), linkOf(named))) {
            throw new IllegalArgumentException(OTHER_HOST.formatted(link.strip(), properties.webUrl()));
        }
        // spelled as configured, since GitHub ignores case and the key of a change must not
        return properties
                .configured(named.repositoryName())
                .map(repository -> PullRequestRef.fromKey(repository + "#" + named.number()))
                .orElseThrow(() -> new IllegalArgumentException(OTHER_REPOSITORY.formatted(
                        named.repositoryName(),
                        properties.repositories().isEmpty()
                                ? "a repository that is configured"
                                : String.join(", ", properties.repositories()))));
    }

    private static boolean startsWith(String link, String page) {
        return link.toLowerCase(Locale.ROOT).startsWith(page.toLowerCase(Locale.ROOT));
    }

    @Override
    public String linkOf(PullRequestRef ref) {
        return properties.webUrl() + "/" + ref.repositoryName() + "/pull/" + ref.number();
    }

    @Override
    public List<String> repositories() {
        return properties.repositories();
    }

    @Override
    public List<OpenPullRequest> open(String repositoryName) {
        GitHubApi api = connection.reading(repositoryName);
        // GitHub lists open ones unless asked for others
        return api.list(api.at("pulls"), Wire.ListedPull[].class).stream()
                .map(pull -> new OpenPullRequest(
                        PullRequestRef.fromKey(repositoryName + "#" + pull.number()), pull.updatedAt()))
                .toList();
    }

    @Override
    public List<String> changedPaths(PullRequestRef ref) {
        return new ChangedFiles(connection.reading(ref.repositoryName()), ref).paths();
    }

    @Override
    public PullRequest read(PullRequestRef ref) {
        return new PullRequestReading(connection.reading(ref.repositoryName()), ref).read();
    }

    @Override
    public String comment(PullRequestRef ref, String marker, String markdown) {
        return comments.say(ref, marker, markdown);
    }

    @Override
    public void describe(PullRequestRef ref, String markdown) {
        LibraryCall.ask(() -> {
            connection
                    .repository(ref.repositoryName())
                    .getPullRequest(ref.number())
                    .setBody(markdown);
            return ref;
        });
    }

    @Override
    public void setMergeGate(PullRequestRef ref, String headSha, MergeGate gate) {
        gates.set(ref, headSha, gate);
    }

    @Override
    public List<ChangedFile> filesAt(PullRequestRef ref, String commitSha, List<String> paths) {
        GitHubApi api = connection.reading(ref.repositoryName());
        // asked first: without it "no such file" and "no such commit" look the same
        api.get(api.at("commits/" + commitSha).build(), Wire.Commit.class);
        FileContents contents = new FileContents(api);
        return paths.stream().map(path -> fileAt(contents, commitSha, path)).toList();
    }

    /** One reader of a repository at a time: the others then find everything at hand, instead of asking for it, too. */
    @Override
    public List<RakeSource> rakeFilesBeside(PullRequest pullRequest, List<String> folders) {
        String repositoryName = pullRequest.ref().repositoryName();
        RakeFolders reading = new RakeFolders(connection.reading(repositoryName), pullRequest, folders);
        Lock lock = readsRakeFolders.computeIfAbsent(repositoryName, name -> new ReentrantLock());
        lock.lock();
        try {
            return reading.read();
        } finally {
            lock.unlock();
        }
    }

    private static ChangedFile fileAt(FileContents contents, String commitSha, String path) {
        return contents.at(commitSha, path)
                .map(found -> {
                    if (found.text() == null) {
                        throw new PullRequestUnreadable(TOO_LARGE.formatted(path, commitSha));
                    }
                    return new ChangedFile(path, ChangedFile.Change.MODIFIED, null, found.text());
                })
                .orElseGet(() -> new ChangedFile(path, ChangedFile.Change.REMOVED, null, null));
    }
}
