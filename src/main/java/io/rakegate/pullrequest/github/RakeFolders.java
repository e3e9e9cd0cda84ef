package io.rakegate.pullrequest.github;

import io.rakegate.pullrequest.PullRequest;
import io.rakegate.pullrequest.PullRequestUnreadable;
import io.rakegate.pullrequest.PullRequestsUnavailable;
import io.rakegate.pullrequest.RakeSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One reading of a repository's rake folders beside a pull request. Only the tip of the base branch is asked for each
 * time; trees and files below it are named by their content, so that each is fetched once.
 */
final class RakeFolders {

    private static final int MOST_FOLDERS = 500;
    private static final int MOST_FILES = 1000;
    private static final long MOST_BYTES = 8L * 1024 * 1024;
    private static final String SYMBOLIC_LINK = "120000";

    private static final String TOO_MUCH = """
            The rake folders %s of %s hold more than Rakegate reads (%d folders, %d rake files, %d bytes in all), so it \
            cannot tell whether the name of a task is used twice. Name smaller ones in rakegate.process.rake-folders.""";

    private static final String CUT_SHORT = """
            GitHub does not list the whole folder with the tree %s of %s. Name a smaller one in \
            rakegate.process.rake-folders.""";

    private final GitHubApi api;
    private final PullRequest pullRequest;
    private final List<String> folders;
    private final Set<String> touched = new HashSet<>();
    private final List<Found> found = new ArrayList<>();
    private int trees;

    RakeFolders(GitHubApi api, PullRequest pullRequest, List<String> folders) {
        this.api = api;
        this.pullRequest = pullRequest;
        this.folders = folders;
        pullRequest.files().forEach(file -> {
            touched.add(file.path());
            if (file.previousPath() != null) {
                touched.add(file.previousPath());
            }
        });
    }

    private record Found(String path, GitWire.Entry entry) {}

    List<RakeSource> read() {
        if (folders.isEmpty()) {
            return List.of();
        }
        String root = root();
        folders.forEach(folder -> descend(root, "", List.of(folder.split("/", -1))));
        requireReadable();
        FileContents contents = new FileContents(api);
        return found.stream()
                .map(file ->
                        new RakeSource(file.path(), contents.of(file.entry().sha())))
                .toList();
    }

    /** The newest tree of the base branch; of one that may be gone, the tree that was compared with. */
    private String root() {
        boolean open = pullRequest.state() == PullRequest.State.OPEN;
        String base = open ? pullRequest.baseBranch() : pullRequest.baseSha();
        return api.firstOf(api.at("commits").addQueryParameter("sha", base), GitWire.Snapshot[].class)
                .orElseThrow(() -> new PullRequestsUnavailable("GitHub names no commit of " + base + "."))
                .commit()
                .tree()
                .sha();
    }

    private void descend(String treeSha, String at, List<String> names) {
        if (names.isEmpty()) {
            collect(treeSha, at);
            return;
        }
        String name = names.get(0);
        entries(treeSha).stream()
                .filter(entry -> entry.type().equals("tree"))
                .filter(entry -> name.equals("*") || name.equals(entry.path()))
                .forEach(entry -> descend(entry.sha(), at + entry.path() + "/", names.subList(1, names.size())));
    }

    private void collect(String treeSha, String at) {
        for (GitWire.Entry entry : entries(treeSha)) {
            String path = at + entry.path();
            if (entry.type().equals("tree")) {
                collect(entry.sha(), path + "/");
            } else if (isRakeFile(entry) && touched.add(path)) {
                found.add(new Found(path, entry));
                requireReadable();
            }
        }
    }

    private static boolean isRakeFile(GitWire.Entry entry) {
        return entry.type().equals("blob")
                && entry.path().endsWith(".rake")
                && !entry.mode().equals(SYMBOLIC_LINK)
                && entry.size() <= FileContents.LARGEST_FILE;
    }

    private List<GitWire.Entry> entries(String treeSha) {
        trees++;
        requireReadable();
        GitWire.Tree tree = api.getForGood(api.at("git/trees/" + treeSha).build(), GitWire.Tree.class);
        if (tree.truncated()) {
            throw new PullRequestUnreadable(
                    CUT_SHORT.formatted(treeSha, pullRequest.ref().repositoryName()));
        }
        return tree.tree();
    }

    private void requireReadable() {
        long bytes = found.stream().mapToLong(file -> file.entry().size()).sum();
        if (trees > MOST_FOLDERS || found.size() > MOST_FILES || bytes > MOST_BYTES) {
            throw new PullRequestUnreadable(TOO_MUCH.formatted(
                    String.join(", ", folders),
                    pullRequest.ref().repositoryName(),
                    MOST_FOLDERS,
                    MOST_FILES,
                    MOST_BYTES));
        }
    }
}
