package io.rakegate.policy.ruby;

import org.treesitter.TSNode;
import org.treesitter.TSTreeCursor;

/** Finds the first place where a text stops being Ruby. */
final class SyntaxError {

    private static final int SHOWN = 40;

    private SyntaxError() {}

    /** The first place in the order of the text; the native tree says that there is one. */
    static RubyProblem first(TSNode root, RubySource source) {
        try (TSTreeCursor cursor = new TSTreeCursor(root)) {
            TSNode node = cursor.currentNode();
            while (!isTheError(node) && descendOrMoveOn(cursor, node)) {
                node = cursor.currentNode();
            }
            return describe(node, source);
        }
    }

    private static boolean isTheError(TSNode node) {
        return node.isMissing() || (node.isError() && !hasErrorBelow(node));
    }

    private static boolean hasErrorBelow(TSNode node) {
        for (int i = 0; i < Math.min(node.getChildCount(), 1000); i++) {
            if (node.getChild(i).hasError()) {
                return true;
            }
        }
        return false;
    }

    private static boolean descendOrMoveOn(TSTreeCursor cursor, TSNode node) {
        if (node.hasError() && cursor.gotoFirstChild()) {
            return true;
        }
        while (!cursor.gotoNextSibling()) {
            if (!cursor.gotoParent()) {
                return false;
            }
        }
        return true;
    }

    private static RubyProblem describe(TSNode node, RubySource source) {
        int start = node.getStartByte();
        String sentence = node.isMissing()
                ? "The Ruby does not parse: \"" + node.getType() + "\" is missing here."
                : "The Ruby does not parse here" + near(source.text(start, node.getEndByte())) + ".";
        return new RubyProblem(source.line(start), source.column(start), sentence);
    }

    private static String near(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        if (line.isEmpty()) {
            return "";
        }
        return ", at \"" + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…") + "\"";
    }
}
