package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognises the calls by which Rails code writes to the database. */
public final class Writes {

    private static final Set<String> RECORD = Words.setOf("""
            save! update! create! destroy! update_column update_columns update_attribute update_attributes
            update_attributes! increment! decrement! toggle! find_or_create_by find_or_create_by!
            first_or_create first_or_create! create_or_find_by create_or_find_by! insert! upsert
            """);
    private static final Set<String> STATEMENT = Words.setOf("""
            update_all delete_all insert_all insert_all! upsert_all touch_all delete_by update_counters
            increment_counter decrement_counter
            """);
    private static final Set<String> MANY = Set.of("destroy_all", "destroy_by");
    private static final Set<String> ON_A_CONNECTION = Words.setOf("""
            execute exec_query exec_update exec_delete exec_insert update insert delete truncate
            """);
    private static final Set<String> WITHOUT_ARGUMENTS = Set.of("save", "destroy", "delete", "touch");
    private static final Set<String> NOT_RECORDS = Words.setOf("""
            File Dir FileUtils Tempfile Tempdir IO Pathname Rails Redis Digest ENV Set Hash Flipper Zip CSV
            Logger ProgressBar Thread Aws OpenStruct Struct Time Date
            """);
    private static final Set<String> HASH_LIKE = Words.setOf("""
            hash params opts options digest attrs attributes settings counts counters stats map data result
            results headers payload config cache redis set list array summary totals memo acc file tempfile
            args env body json index lookup job jobs queue key keys
            """);

    private Writes() {}

    /** Every write in a task. */
    public static List<Write> in(TaskCode task, RakeCode code) {
        return task.calls().flatMap(call -> of(call, code).stream()).toList();
    }

    /** The write that a call is, if it is one. */
    public static Optional<Write> of(Call call, RakeCode code) {
        Write.Extent extent = extent(call, code);
        return extent == null ? Optional.empty() : Optional.of(new Write(call, extent));
    }

    private static Write.@Nullable Extent extent(Call call, RakeCode code) {
        String method = call.method();
        if (isOnAConnection(call)) {
            return ON_A_CONNECTION.contains(method) && sqlWrites(call, code) ? Write.Extent.STATEMENT : null;
        }
        String perElement = call.methodOfBlockArgument();
        if (perElement != null
                && (RECORD.contains(perElement)
                        || Set.of("save", "destroy", "delete").contains(perElement))) {
            return Write.Extent.RECORD;
        }
        if (call.receiver() == null || isNoRecord(call, code)) {
            return null;
        }
        if (STATEMENT.contains(method) || isBulkImport(call, code)) {
            return Write.Extent.STATEMENT;
        }
        if (MANY.contains(method)) {
            return Write.Extent.MANY_STATEMENTS;
        }
        return RECORD.contains(method) || createsAnAssociated(call) || isPlainWrite(call, code)
                ? Write.Extent.RECORD
                : null;
    }

    private static boolean isOnAConnection(Call call) {
        RubyNode receiver = call.receiver();
        if (receiver == null) {
            return false;
        }
        String name = receiver.is("call") ? receiver.childText("method") : receiver.text();
        return Set.of("connection", "conn", "lease_connection", "db").contains(name);
    }

    private static boolean sqlWrites(Call call, RakeCode code) {
        RubyNode argument = call.firstArgument();
        RubyNode text = argument == null ? null : Sql.text(argument, code);
        return text == null || Sql.writes(text);
    }

    private static boolean isNoRecord(Call call, RakeCode code) {
        String constant = call.rootConstant();
        return (constant != null && NOT_RECORDS.contains(firstPart(constant))) || isOnAService(call, code);
    }

    /** {@code ExpiredUserDeleter.new.delete}, directly or through a variable, is no record. */
    private static boolean isOnAService(Call call, RakeCode code) {
        RubyNode receiver = call.receiver();
        RubyNode held = receiver == null ? null : code.resolved(receiver);
        Call made = held != null && held.is("call") ? new Call(held) : null;
        String constant = made == null || !made.method().equals("new") ? null : made.rootConstant();
        return constant != null && (Delegations.isNamedLikeAService(constant) || code.defines(constant));
    }

    private static String firstPart(String constant) {
        int end = constant.indexOf("::");
        return end < 0 ? constant : constant.substring(0, end);
    }

    /** {@code Claim.import records} of the activerecord-import library. */
    private static boolean isBulkImport(Call call, RakeCode code) {
        RubyNode receiver = call.receiver();
        return Set.of("import", "import!", "bulk_import").contains(call.method())
                && receiver != null
                && receiver.is("constant", "scope_resolution")
                && !code.defines(receiver.text())
                && !Delegations.isNamedLikeAService(receiver.text())
                && !call.arguments().isEmpty();
    }

    private static boolean isPlainWrite(Call call, RakeCode code) {
        RubyNode receiver = call.receiver();
        if (receiver == null || isHashLike(receiver) || code.resolved(receiver).is("hash", "array")) {
            return false;
        }
        boolean onAClass = receiver.is("constant", "scope_resolution");
        return switch (call.method()) {
            case "save" ->
                Set.of("validate", "touch", "context").containsAll(call.keys())
                        && call.keys().size() == call.arguments().size();
            case "update" -> call.hasPairs() || takesAttributes(call);
            case "create" -> (onAClass && !code.defines(receiver.text())) || call.hasPairs();
            case "insert", "delete", "destroy" ->
                onAClass ? !call.arguments().isEmpty() && !code.defines(receiver.text()) : isWithoutArguments(call);
            default -> !onAClass && isWithoutArguments(call);
        };
    }

    private static boolean isWithoutArguments(Call call) {
        return WITHOUT_ARGUMENTS.contains(call.method()) && call.arguments().isEmpty() && call.block() == null;
    }

    /** {@code appeal.create_affinity!}, the method that Rails makes for an association. */
    static boolean createsAnAssociated(Call call) {
        RubyNode receiver = call.receiver();
        return call.method().startsWith("create_")
                && call.method().endsWith("!")
                && receiver != null
                && !receiver.is("constant", "scope_resolution");
    }

    /** {@code record.update(attributes)}, where a hash would rather be updated with another hash. */
    private static boolean takesAttributes(Call call) {
        RubyNode argument = call.firstArgument();
        return argument != null && call.arguments().size() == 1 && isNamedAttributes(argument.text());
    }

    private static boolean isNamedAttributes(String text) {
        return text.endsWith("attributes") || text.endsWith("attrs") || text.endsWith("params");
    }

    private static boolean isHashLike(RubyNode receiver) {
        String name = receiver.is("call") ? receiver.childText("method") : receiver.text();
        String[] parts = name.toLowerCase(Locale.ROOT).replace("@", "").split("_", -1);
        return receiver.is("hash", "array", "string") || HASH_LIKE.contains(parts[parts.length - 1]);
    }

    /** The columns that a task writes, as far as their names stand in the code. */
    public static Stream<String> columns(Write write) {
        String method = write.call().method();
        boolean namesTheColumnFirst = Set.of("update_column", "update_attribute", "touch", "increment!", "toggle!")
                .contains(method);
        RubyNode first = write.call().firstArgument();
        return namesTheColumnFirst && first != null && first.is("simple_symbol")
                ? Stream.of(first.text().substring(1))
                : write.call().keys().stream();
    }
}
