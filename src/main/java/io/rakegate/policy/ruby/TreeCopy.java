package io.rakegate.policy.ruby;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSSymbolType;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;
import org.treesitter.TreeSitterRuby;

/** Copies a native tree into {@link RubyNode}s without recursion, up to a depth that later walks can afford. */
final class TreeCopy {

    private static final int MAX_DEPTH = 400;
    private static final int MAX_NODES = 400_000;

    private static final TSLanguage RUBY = new TreeSitterRuby();
    private static final String[] SYMBOLS = names(RUBY.symbolCount(), RUBY::symbolName);
    private static final String[] FIELDS = names(RUBY.fieldCount() + 1, RUBY::fieldNameForId);
    private static final boolean[] NAMED = named();

    private final RubySource source;
    private final TSTreeCursor cursor;
    private @Nullable RubyNode around;
    private int depth;
    private int nodes;

    private TreeCopy(RubySource source, TSTreeCursor cursor) {
        this.source = source;
        this.cursor = cursor;
    }

    static RubyTree of(TSTree tree, RubySource source) {
        TSNode root = tree.getRootNode();
        if (root.hasError()) {
            return RubyTree.unreadable(SyntaxError.first(root, source));
        }
        try (TSTreeCursor cursor = new TSTreeCursor(root)) {
            return new TreeCopy(source, cursor).copy();
        }
    }

    private RubyTree copy() {
        RubyNode root = nodeAtCursor();
        RubyNode node = root;
        while (true) {
            if (depth > MAX_DEPTH || nodes > MAX_NODES) {
                return RubyTree.unreadable(tooMuch(node));
            }
            if (cursor.gotoFirstChild()) {
                around = node;
                depth++;
            } else if (!gotoNext()) {
                return checked(root);
            }
            node = nodeAtCursor();
        }
    }

    private static RubyTree checked(RubyNode root) {
        RubyProblem problem = MisplacedKeyword.first(root);
        return problem == null ? RubyTree.of(root) : RubyTree.unreadable(problem);
    }

    private boolean gotoNext() {
        while (!cursor.gotoNextSibling()) {
            if (!cursor.gotoParent()) {
                return false;
            }
            depth--;
            around = around == null ? null : around.parent();
        }
        return true;
    }

    private RubyNode nodeAtCursor() {
        TSNode at = cursor.currentNode();
        int symbol = at.getSymbol();
        int field = cursor.currentFieldId();
        RubyNode node = new RubyNode(
                source,
                nameOf(at, symbol),
                field == 0 ? null : FIELDS[field],
                around,
                at.getStartByte(),
                at.getEndByte());
        if (around != null && !node.is("comment") && (field != 0 || isNamed(at, symbol))) {
            around.add(node);
            nodes++;
        }
        return node;
    }

    private RubyProblem tooMuch(RubyNode node) {
        return depth > MAX_DEPTH
                ? new RubyProblem(
                        node.line(),
                        node.column(),
                        "The code is nested more than " + MAX_DEPTH + " levels deep here, deeper than can be checked.")
                : RubyProblem.ofTheFile("The file has more code than can be checked; split it.");
    }

    private static String nameOf(TSNode node, int symbol) {
        return symbol < SYMBOLS.length ? SYMBOLS[symbol] : node.getType();
    }

    private static boolean isNamed(TSNode node, int symbol) {
        return symbol < NAMED.length ? NAMED[symbol] : node.isNamed();
    }

    private static String[] names(int count, IntFunction<@Nullable String> name) {
        return IntStream.range(0, count)
                .mapToObj(name)
                .map(found -> found == null ? "" : found)
                .toArray(String[]::new);
    }

    private static boolean[] named() {
        boolean[] named = new boolean[SYMBOLS.length];
        for (int i = 0; i < named.length; i++) {
            named[i] = RUBY.symbolType(i) == TSSymbolType.TSSymbolTypeRegular;
        }
        return named;
    }
}
