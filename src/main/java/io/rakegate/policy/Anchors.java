package io.rakegate.policy;

import io.rakegate.policy.ruby.RubyNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives findings their ids: from the rule, the file, what is said and the line of code, but never from its number. */
final class Anchors {

    private static final int LENGTH = 5;

    private Anchors() {}

    /** The same findings, each with an id of its own. */
    static List<Finding> set(List<Finding> findings, List<RakeFile> files) {
        Map<String, Integer> seen = new HashMap<>();
        return findings.stream()
                .map(finding -> {
                    String about = about(finding, files);
                    int times = seen.merge(about, 1, Integer::sum);
                    return finding.anchoredAt(hash(about + times));
                })
                .toList();
    }

    private static String about(Finding finding, List<RakeFile> files) {
        return String.join(
                "\0",
                finding.rule(),
                finding.file() == null ? "" : finding.file(),
                // a sentence may name another line, which moves too
                finding.sentence().replaceAll("\\d+", "0"),
                code(finding, files));
    }

    private static String code(Finding finding, List<RakeFile> files) {
        return files.stream()
                .filter(file -> file.path().equals(finding.file()))
                .findFirst()
                .map(file -> lineOf(file.root(), finding.line()))
                .orElse("");
    }

    private static String lineOf(@Nullable RubyNode root, int line) {
        return root == null ? "" : root.lineText(line).strip().replaceAll("\\s+", " ");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
