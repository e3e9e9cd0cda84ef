package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import io.rakegate.policy.ruby.RubyText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One call of a method.
 *
 * @param node the {@code call} in the syntax tree
 */
public record Call(RubyNode node) {

    /** The calls in a part of the tree. */
    public static Stream<Call> in(RubyNode part) {
        return in(part.tree());
    }

    /** The calls among these nodes. */
    public static Stream<Call> in(Stream<RubyNode> nodes) {
        return nodes.filter(node -> node.is("call")).map(Call::new);
    }

    /** The call that a block belongs to; null if the node is no block of a call. */
    public static @Nullable Call ofBlock(RubyNode block) {
        RubyNode around = block.parent();
        return block.is("do_block", "block") && around != null && around.is("call") ? new Call(around) : null;
    }

    /** Name of the method, empty for {@code x.()}. */
    public String method() {
        return node.childText("method");
    }

    /** Whether the method is one of these. */
    public boolean isOneOf(Set<String> methods) {
        return methods.contains(method());
    }

    /** What the method is called on; null if on nothing. */
    public @Nullable RubyNode receiver() {
        return node.child("receiver");
    }

    /** The call that this one is called on; null if it is called on something else. */
    public @Nullable Call receiverCall() {
        RubyNode receiver = receiver();
        return receiver != null && receiver.is("call") ? new Call(receiver) : null;
    }

    /** The arguments, without a block argument. */
    public List<RubyNode> arguments() {
        RubyNode list = node.child("arguments");
        return list == null
                ? List.of()
                : list.children().stream()
                        .filter(argument -> !argument.is("comment", "block_argument"))
                        .toList();
    }

    /** The first argument; null if there is none. */
    public @Nullable RubyNode firstArgument() {
        return arguments().isEmpty() ? null : arguments().get(0);
    }

    /** The block given to it; null if there is none. */
    public @Nullable RubyNode block() {
        return node.child("block");
    }

    /** The method that a block argument such as {@code &:save!} names; null if there is none. */
    public @Nullable String methodOfBlockArgument() {
        RubyNode list = node.child("arguments");
        return list == null
                ? null
                : list.children().stream()
                        .filter(argument -> argument.is("block_argument"))
                        .flatMap(argument -> argument.children().stream())
                        .map(RubyText::literal)
                        .filter(name -> name != null)
                        .findFirst()
                        .orElse(null);
    }

    /** The value of a keyword argument; null if it is not given. */
    public @Nullable RubyNode keyword(String name) {
        return arguments().stream()
                .filter(argument -> argument.is("pair") && name.equals(keyOf(argument)))
                .map(argument -> argument.child("value"))
                .findFirst()
                .orElse(null);
    }

    /** Whether keyword arguments or a hash are given. */
    public boolean hasPairs() {
        return arguments().stream().anyMatch(argument -> argument.is("pair", "hash", "hash_splat_argument"));
    }

    /** The names that keyword arguments, or a hash given first, use as keys. */
    public List<String> keys() {
        return arguments().stream()
                .flatMap(argument -> argument.is("hash") ? argument.children().stream() : Stream.of(argument))
                .filter(argument -> argument.is("pair"))
                .map(Call::keyOf)
                .toList();
    }

    /** What the whole chain of calls begins with: {@code User} for {@code User.where(x: 1).first.save}. */
    public RubyNode root() {
        RubyNode at = node;
        while (true) {
            RubyNode next = at.is("element_reference") ? at.child("object") : at.child("receiver");
            if (next == null) {
                return at;
            }
            at = next;
        }
    }

    /** The constant that the chain begins with, without a leading {@code ::}; null if it begins with none. */
    public @Nullable String rootConstant() {
        RubyNode root = root();
        if (!root.is("constant", "scope_resolution")) {
            return null;
        }
        String name = root.text();
        return name.startsWith("::") ? name.substring(2) : name;
    }

    /** The calls of the chain from its beginning to this one. */
    public List<Call> chain() {
        List<Call> chain = new ArrayList<>();
        for (RubyNode at = node;
                at != null;
                at = at.is("element_reference") ? at.child("object") : at.child("receiver")) {
            if (at.is("call")) {
                chain.add(new Call(at));
            }
        }
        Collections.reverse(chain);
        return chain;
    }

    /** The line where the method's name stands, which in a long chain is not where the chain begins. */
    public int line() {
        RubyNode name = node.child("method");
        return name == null ? node.line() : name.line();
    }

    private static String keyOf(RubyNode pair) {
        RubyNode key = pair.child("key");
        String literal = key == null ? null : RubyText.literal(key);
        return literal == null ? "" : literal;
    }
}
