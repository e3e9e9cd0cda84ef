package io.rakegate.sandbox.github;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names contents, trees and commits as Git does, so that what the sandbox shows could be checked with Git. */
public final class GitObjects {

    private GitObjects() {}

    /**
     * One line of a tree: a file or a folder.
     *
     * @param mode as Git writes it, {@code 40000} for a folder
     * @param name its name in the folder
     * @param sha what its content is named by
     */
    public record Entry(String mode, String name, String sha) {

        /** Whether it is a folder. */
        public boolean isFolder() {
            return mode.equals("40000");
        }

        // Git sorts a folder as if its name ended in a slash
        String sortName() {
            return isFolder() ? name + "/" : name;
        }
    }

    /** The SHA of a file's content. */
    public static String blob(byte[] content) {
        return hash("blob", content);
    }

    /** The SHA of the tree with these files. */
    public static String tree(Map<String, String> blobByPath) {
        return hash("tree", bytes(entries(blobByPath)));
    }

    /** What is directly in the tree with these files, in Git's order. */
    public static List<Entry> entries(Map<String, String> blobByPath) {
        Map<String, Entry> entries = new TreeMap<>();
        blobByPath.forEach((path, sha) -> {
            if (path.indexOf('/') < 0) {
                Entry file = new Entry("100644", path, sha);
                entries.put(file.sortName(), file);
            }
        });
        folders(blobByPath).forEach((name, files) -> {
            Entry folder = new Entry("40000", name, tree(files));
            entries.put(folder.sortName(), folder);
        });
        return List.copyOf(entries.values());
    }

    /** The folders directly in the tree with these files, each with its own files. */
    static Map<String, Map<String, String>> folders(Map<String, String> blobByPath) {
        Map<String, Map<String, String>> folders = new TreeMap<>();
        blobByPath.forEach((path, sha) -> {
            int slash = path.indexOf('/');
            if (slash >= 0) {
                folders.computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>())
                        .put(path.substring(slash + 1), sha);
            }
        });
        return folders;
    }

    /** The SHA of a commit. */
    public static String commit(
            String tree, List<String> parents, Signature author, Signature committer, String message) {
        StringBuilder text = new StringBuilder("tree ").append(tree).append('\n');
        parents.forEach(parent -> text.append("parent ").append(parent).append('\n'));
        text.append("author ").append(line(author)).append('\n');
        text.append("committer ").append(line(committer)).append("\n\n");
        return hash("commit", text.append(message).toString().getBytes(UTF_8));
    }

    private static String line(Signature signature) {
        return signature.name() + " <" + signature.email() + "> "
                + signature.at().getEpochSecond() + " +0000";
    }

    private static byte[] bytes(List<Entry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        entries.forEach(entry -> {
            out.writeBytes((entry.mode() + " " + entry.name() + "\0").getBytes(UTF_8));
            out.writeBytes(HexFormat.of().parseHex(entry.sha()));
        });
        return out.toByteArray();
    }

    private static String hash(String kind, byte[] content) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update((kind + " " + content.length + "\0").getBytes(US_ASCII));
            return HexFormat.of().formatHex(sha1.digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-1.", impossible);
        }
    }
}
