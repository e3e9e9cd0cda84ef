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

    /** One line of a tree: a file or a folder. */
    record Entry(String mode, String name, String sha) {

        // Git sorts a folder as if its name ended in a slash
        String sortName() {
            return mode.equals("40000") ? name + "/" : name;
        }
    }

    /** The SHA of a file's content. */
    public static String blob(byte[] content) {
        return hash("blob", content);
    }

    /** The SHA of the tree with these files. */
    public static String tree(Map<String, String> blobByPath) {
        Map<String, Entry> entries = new TreeMap<>();
        Map<String, Map<String, String>> folders = new TreeMap<>();
        blobByPath.forEach((path, sha) -> {
            int slash = path.indexOf('/');
            if (slash < 0) {
                Entry file = new Entry("100644", path, sha);
                entries.put(file.sortName(), file);
            } else {
                folders.computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>())
                        .put(path.substring(slash + 1), sha);
            }
        });
        folders.forEach((name, files) -> {
            Entry folder = new Entry("40000", name, tree(files));
            entries.put(folder.sortName(), folder);
        });
        return hash("tree", bytes(entries));
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

    private static byte[] bytes(Map<String, Entry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        entries.values().forEach(entry -> {
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
