package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognises queries of Rails that stand for records of a whole table, or of an unknown part of it. */
public final class Relation {

    private static final Set<String> QUERYING = Words.setOf("""
            all where not joins left_joins left_outer_joins includes preload eager_load order reorder unscoped distinct
            or and merge references having readonly missing associated select rewhere with_deleted strict_loading
            """);
    private static final Set<String> SELECTIVE = Set.of("id", "uuid", "slug", "guid");

    private Relation() {}

    /** Whether an expression is such a query, and nothing in it limits how many records it stands for. */
    public static boolean isUnboundedTable(RubyNode expression, RakeCode code) {
        RubyNode query = code.resolved(expression);
        if (!query.is("call")) {
            return false;
        }
        Call call = new Call(query);
        List<Call> chain = call.chain();
        RubyNode root = call.root();
        if (root.is("identifier")) {
            return chain.stream().allMatch(part -> queries(part)) && isUnboundedTable(root, code);
        }
        String constant = call.rootConstant();
        return constant != null
                && !code.defines(constant)
                && !Delegations.isLibrary(constant)
                && !constant.equals(constant.toUpperCase(Locale.ROOT))
                && chain.stream().allMatch(part -> queries(part))
                && chain.stream().noneMatch(part -> selectsByKey(part));
    }

    private static boolean queries(Call call) {
        return QUERYING.contains(call.method()) && call.block() == null;
    }

    /** {@code where(id: [1, 2])} or {@code where(id: ids)}: as many as somebody listed. */
    private static boolean selectsByKey(Call call) {
        boolean byAList = call.arguments().stream()
                .map(argument -> argument.childText("value"))
                .anyMatch(value -> value.endsWith("ids") || value.endsWith("uuids"));
        return call.method().equals("where")
                && (byAList
                        || call.keys().stream()
                                .anyMatch(
                                        key -> SELECTIVE.contains(key) || key.endsWith("_id") || key.endsWith("_ids")));
    }
}
