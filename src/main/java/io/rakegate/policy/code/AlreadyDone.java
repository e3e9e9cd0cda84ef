package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a task looks at what an earlier run has done before it does it again. */
public final class AlreadyDone {

    private static final Set<String> PRESENT = Words.setOf("""
            exists? exist? any? present? include? member? key? has_key? persisted? find_by object_exists?
            attached?
            """);
    private static final Set<String> ABSENT = Set.of("nil?", "blank?", "none?", "empty?", "new_record?", "exclude?");
    private static final Set<String> DONE = Words.setOf("""
            already processed sent done migrated completed complete enqueued notified uploaded backfilled
            submitted imported synced seen
            """);
    private static final Set<String> NOT_ABOUT_WORK = Words.setOf("""
            deleted_at discarded_at archived_at disabled_at cancelled_at canceled_at closed_at expired_at
            revoked_at hidden_at
            """);

    private final RakeCode code;
    private final Set<String> written;

    /** Looks at one task. */
    public AlreadyDone(TaskCode task, RakeCode code) {
        this.code = code;
        this.written = Writes.in(task, code).stream().flatMap(Writes::columns).collect(Collectors.toSet());
    }

    /** Whether this place is only reached for what has not been done yet. */
    public boolean isAskedBefore(RubyNode node) {
        return Conditions.of(node, code).stream().flatMap(Conditions::parts).anyMatch(this::asksForDone)
                || isAlternativeToAnExisting(node)
                || isFiltered(node);
    }

    private boolean asksForDone(Conditions.Condition condition) {
        RubyNode test = condition.test();
        String method = test.is("call") ? test.childText("method") : test.is("identifier") ? test.text() : "";
        if (ABSENT.contains(method)) {
            return condition.holds();
        }
        boolean present = PRESENT.contains(method)
                || method.endsWith("_at")
                || written.contains(method.replace("?", ""))
                || Words.of(method).stream().anyMatch(DONE::contains);
        return (present || holdsAnExisting(test)) && !condition.holds();
    }

    /** {@code claim = Claim.find_by(…)} and {@code existing_claim}, tested for being there. */
    private boolean holdsAnExisting(RubyNode test) {
        RubyNode held = code.resolved(test);
        boolean found =
                held.is("call") && Set.of("find_by", "first", "take", "exists?").contains(held.childText("method"));
        return test.is("identifier") && (found || Words.of(test.text()).contains("existing"));
    }

    /** {@code Claim.find_by(x) || Claim.create!(x)} and {@code @token ||= create}. */
    private static boolean isAlternativeToAnExisting(RubyNode node) {
        return node.ancestors().takeWhile(at -> !at.is("do_block", "block")).anyMatch(at -> {
            RubyNode right = at.child("right");
            return at.is("binary", "operator_assignment")
                    && Set.of("||", "||=", "or").contains(at.childText("operator"))
                    && right != null
                    && node.isInside(right);
        });
    }

    /** Whether the loop around it runs over records chosen by what the task itself writes, or by what is missing. */
    private boolean isFiltered(RubyNode node) {
        List<RubyNode> relations =
                Stream.concat(Stream.of(node), loopsAround(node)).toList();
        return relations.stream().flatMap(relation -> filters(relation)).anyMatch(filter -> choosesOpenWork(filter));
    }

    private Stream<RubyNode> loopsAround(RubyNode node) {
        RubyNode first = code.around(node, Blocks::isIteration);
        return Stream.iterate(first, block -> block != null, block -> code.around(block, Blocks::isIteration))
                .limit(10)
                .map(Call::ofBlock)
                .filter(call -> call != null)
                .map(Call::node);
    }

    /** The {@code where} calls that a relation is made of, through the variables and methods that hold parts of it. */
    private Stream<Call> filters(RubyNode relation) {
        Call call = new Call(relation);
        RubyNode root = call.root();
        RubyNode held = code.resolved(root);
        Stream<Call> own = call.chain().stream();
        Stream<Call> all = held != root && held.is("call") ? Stream.concat(own, new Call(held).chain().stream()) : own;
        return all.filter(part -> Set.of("where", "missing", "not", "find_by").contains(part.method()));
    }

    private boolean choosesOpenWork(Call filter) {
        if (filter.method().equals("missing")) {
            return true;
        }
        return filter.arguments().stream()
                .filter(argument -> argument.is("pair"))
                .anyMatch(pair -> choosesOpenWork(pair, filter));
    }

    private boolean choosesOpenWork(RubyNode pair, Call filter) {
        RubyNode key = pair.child("key");
        RubyNode value = pair.child("value");
        String column = key == null ? null : Words.name(key);
        if (column == null || value == null || NOT_ABOUT_WORK.contains(column)) {
            return false;
        }
        boolean excludes = filter.method().equals("not") && (column.equals("id") || column.endsWith("_id"));
        boolean asksForNothing = filter.method().equals("where") && (value.is("nil", "false") || endsInNothing(value));
        return written.contains(column) || excludes || asksForNothing;
    }

    /** {@code where(account: { id: nil })} after a left join. */
    private static boolean endsInNothing(RubyNode value) {
        return value.is("hash") && value.tree().anyMatch(node -> node.is("nil"));
    }
}
