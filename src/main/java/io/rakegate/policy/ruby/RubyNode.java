package io.rakegate.policy.ruby;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One node of a Ruby syntax tree. Types and fields are those of the tree-sitter-ruby grammar; punctuation is left out
 * unless it has a field of its own, such as an operator; comments are left out.
 *
 * <p>Walking and reading are counted: a file that keeps its readers busy for too long is given up with
 * {@link RubyTooIntricate}.
 */
public final class RubyNode {

    private final RubySource source;
    private final String type;
    private final @Nullable String field;
    private final @Nullable RubyNode parent;
    private final int start;
    private final int end;
    private List<RubyNode> children = List.of();

    RubyNode(RubySource source, String type, @Nullable String field, @Nullable RubyNode parent, int start, int end) {
        this.source = source;
        this.type = type;
        this.field = field;
        this.parent = parent;
        this.start = start;
        this.end = end;
    }

    void add(RubyNode child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(2);
        }
        children.add(child);
    }

    /** Its type in the grammar, such as {@code call} or {@code if_modifier}. */
    public String type() {
        return type;
    }

    /** Whether it is of one of these types. */
    public boolean is(String... types) {
        return Arrays.asList(types).contains(type);
    }

    /** The name of its place in the parent, such as {@code receiver}; null if the place has none. */
    public @Nullable String field() {
        return field;
    }

    /** The node around it; null for the root. */
    public @Nullable RubyNode parent() {
        return parent;
    }

    /** Its children in the order of the text. */
    public List<RubyNode> children() {
        source.spend(1 + children.size());
        return Collections.unmodifiableList(children);
    }

    /** The first child in this place; null if there is none. */
    public @Nullable RubyNode child(String place) {
        for (RubyNode child : children) {
            source.spend(1);
            if (place.equals(child.field)) {
                return child;
            }
        }
        return null;
    }

    /** The text of the first child in this place; empty if there is none. */
    public String childText(String place) {
        RubyNode child = child(place);
        return child == null ? "" : child.text();
    }

    /** The Ruby text that it stands for. */
    public String text() {
        source.spend(1 + (end - start) / 32);
        return source.text(start, end);
    }

    /** Where it begins, as an offset that orders the nodes of one file. */
    public int start() {
        return start;
    }

    /** The line where it begins, from 1. */
    public int line() {
        return source.line(start);
    }

    /** The line where it ends, from 1. */
    public int lastLine() {
        return source.line(Math.max(start, end - 1));
    }

    /** The column where it begins, from 1, in characters. */
    public int column() {
        return source.column(start);
    }

    /** Whether it begins before the other does. */
    public boolean isBefore(RubyNode other) {
        return start < other.start;
    }

    /** Whether it is the other or lies inside it. */
    public boolean isInside(RubyNode other) {
        return other.source == source && other.start <= start && end <= other.end;
    }

    /** Itself and everything below it, in the order of the text. */
    public Stream<RubyNode> tree() {
        List<RubyNode> found = new ArrayList<>();
        Deque<RubyNode> open = new ArrayDeque<>();
        open.push(this);
        while (!open.isEmpty()) {
            RubyNode node = open.pop();
            source.spend(1);
            found.add(node);
            for (int i = node.children.size() - 1; i >= 0; i--) {
                open.push(node.children.get(i));
            }
        }
        return found.stream();
    }

    /** The beginning of a line of the file, from 1, without its end; empty if there is no such line. */
    public String lineText(int line) {
        return source.lineText(line);
    }

    /** Lets the whole file be looked at anew, as much as at first. */
    public void renewBudget() {
        source.renew();
    }

    /** Everything around it, innermost first, itself not included. */
    public Stream<RubyNode> ancestors() {
        return Stream.iterate(parent, node -> node != null, node -> {
            source.spend(1);
            return node.parent;
        });
    }

    @Override
    public String toString() {
        return type + "@" + line() + ":" + column();
    }
}
