package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import java.util.Set;

/** Which blocks of code run in a transaction, and which run many times. */
public final class Blocks {

    private static final Set<String> TRANSACTIONS = Set.of("transaction", "with_lock", "with_transaction");
    private static final Set<String> ITERATIONS = Words.setOf("""
            each each_with_index each_with_object each_entry each_pair each_key each_value each_slice
            each_cons each_line each_row each_record find_each find_in_batches in_batches in_groups_of map
            flat_map collect filter_map select reject times upto downto step loop foreach sum inject reduce
            reverse_each cycle in_threads
            """);

    private Blocks() {}

    /** Whether what stands in this block runs in a database transaction. */
    public static boolean isTransaction(RubyNode block) {
        Call call = Call.ofBlock(block);
        return call != null && call.isOneOf(TRANSACTIONS);
    }

    /** Whether what stands in this block runs once for each of many things. */
    public static boolean isIteration(RubyNode block) {
        Call call = Call.ofBlock(block);
        return call == null
                ? block.is("while", "until", "for", "while_modifier", "until_modifier")
                : call.isOneOf(ITERATIONS);
    }
}
