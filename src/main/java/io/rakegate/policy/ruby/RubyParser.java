package io.rakegate.policy.ruby;

import org.jspecify.annotations.Nullable;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSLanguage;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TreeSitterRuby;

/** Reads a text as Ruby, within bounds: no text makes it run away with time, memory or stack. */
public final class RubyParser {

    /** The largest file that is read, in bytes of UTF-8. Real task files stay below 20 KB. */
    public static final int MAX_BYTES = 1024 * 1024;

    private static final TSLanguage RUBY = new TreeSitterRuby();
    private static final int CHUNK = 4096;

    private RubyParser() {}

    /** Reads the text; never throws for odd text. */
    public static RubyTree parse(String text) {
        RubyProblem unfit = unfit(text);
        if (unfit != null) {
            return RubyTree.unreadable(unfit);
        }
        RubySource source = new RubySource(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return source.bytes().length > MAX_BYTES ? RubyTree.unreadable(tooLarge()) : parse(source);
    }

    private static @Nullable RubyProblem unfit(String text) {
        if (text.length() > MAX_BYTES) {
            return tooLarge();
        }
        if (text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0) {
            return RubyProblem.ofTheFile(
                    "The file is not text in UTF-8: it is binary, or saved in another encoding such as UTF-16.");
        }
        return null;
    }

    private static RubyProblem tooLarge() {
        return RubyProblem.ofTheFile("The file is larger than 1 MB, which is more than can be checked.");
    }

    private static RubyTree parse(RubySource source) {
        Budget budget = new Budget(source.bytes());
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(RUBY);
            TSTree tree = parser.parseWithOptions(
                    new byte[CHUNK],
                    null,
                    (buffer, offset, point) -> budget.read(buffer, offset),
                    TSInputEncoding.TSInputEncodingUTF8,
                    state -> budget.isSpentByAStep());
            if (tree == null) {
                return RubyTree.unreadable(tooIntricate());
            }
            try (tree) {
                return budget.isSpent() ? RubyTree.unreadable(tooIntricate()) : TreeCopy.of(tree, source);
            }
        }
    }

    private static RubyProblem tooIntricate() {
        return RubyProblem.ofTheFile("The file is too intricate to be read: the parser gave up.");
    }

    /** Counts what one parse costs. Ordinary Ruby spends a fifth of the steps and a quarter of the reads. */
    private static final class Budget {

        private final byte[] bytes;
        private int readsLeft;
        private int stepsLeft;

        Budget(byte[] bytes) {
            this.bytes = bytes;
            this.readsLeft = 256 + 8 * (bytes.length / CHUNK);
            this.stepsLeft = 1000 + bytes.length / 8;
        }

        /** Copies the next chunk; says "end of file" once the reads are spent, which stops any scan within a token. */
        int read(byte[] buffer, int offset) {
            int length = Math.min(buffer.length, bytes.length - offset);
            if (length <= 0 || --readsLeft < 0) {
                return 0;
            }
            System.arraycopy(bytes, offset, buffer, 0, length);
            return length;
        }

        boolean isSpentByAStep() {
            stepsLeft--;
            return isSpent();
        }

        boolean isSpent() {
            return readsLeft < 0 || stepsLeft < 0;
        }
    }
}
