package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a second run of a task does once more.
 *
 * @param kind what is done once more
 * @param name the method that does it
 * @param line the line where it stands
 */
public record Repetition(Kind kind, String name, int line) {

    private static final Set<String> CREATING = Set.of("create", "create!", "insert", "insert!", "insert_all!");
    private static final Set<String> INSERTING = Set.of("insert_all", "import", "import!", "bulk_import");
    private static final Set<String> COUNTING =
            Set.of("increment!", "decrement!", "toggle!", "update_counters", "increment_counter", "decrement_counter");
    private static final Set<String> SAVING = Set.of("save", "save!");

    /** What is done once more. */
    public enum Kind {
        CREATES("creates records again"),
        COUNTS("counts again from where the first ended"),
        DRAWS("writes other random or sequence values"),
        ENQUEUES("enqueues the jobs again"),
        SENDS("sends the messages again"),
        UPLOADS("uploads the files again"),
        CALLS_OUT("sends the data to the other system again");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What happens, after "a second run". */
        public String words() {
            return words;
        }
    }

    /** Everything in a task that a second run does once more, in the order of the code. */
    public static List<Repetition> in(TaskCode task, RakeCode code) {
        AlreadyDone done = new AlreadyDone(task, code);
        return task.calls()
                .flatMap(call -> Stream.ofNullable(kind(call, code))
                        .filter(kind -> !done.isAskedBefore(call.node()))
                        .map(kind -> new Repetition(kind, call.method(), call.line())))
                .toList();
    }

    private static @Nullable Kind kind(Call call, RakeCode code) {
        Kind outside = Effect.of(call).map(Repetition::kind).orElse(null);
        if (outside != null) {
            return outside;
        }
        Write write = Writes.of(call, code).orElse(null);
        if (write == null) {
            return null;
        }
        if (creates(write, code)) {
            return Kind.CREATES;
        }
        if (counts(write, code)) {
            return Kind.COUNTS;
        }
        return draws(write, code) ? Kind.DRAWS : null;
    }

    private static Kind kind(Effect effect) {
        return switch (effect.kind()) {
            case ENQUEUES_JOBS -> Kind.ENQUEUES;
            case SENDS_MAIL -> Kind.SENDS;
            case UPLOADS_FILES -> Kind.UPLOADS;
            case CALLS_ANOTHER_SYSTEM -> Kind.CALLS_OUT;
        };
    }

    private static boolean creates(Write write, RakeCode code) {
        Call call = write.call();
        RubyNode sql = sql(call, code);
        if (sql != null) {
            return Sql.insertsBlindly(sql);
        }
        boolean inserts = call.isOneOf(INSERTING)
                && call.keys().stream().noneMatch(key -> key.startsWith("unique_by") || key.startsWith("on_duplicate"));
        return call.isOneOf(CREATING)
                || Writes.createsAnAssociated(call)
                || inserts
                || (call.isOneOf(SAVING) && savesANewRecord(call, code));
    }

    private static boolean savesANewRecord(Call call, RakeCode code) {
        RubyNode receiver = call.receiver();
        RubyNode record = receiver == null ? null : code.resolved(receiver);
        return record != null
                && record.is("call")
                && Set.of("new", "build", "dup").contains(record.childText("method"));
    }

    private static boolean counts(Write write, RakeCode code) {
        Call call = write.call();
        RubyNode sql = sql(call, code);
        boolean addsInSql = sql != null && Sql.addsToItself(sql);
        return addsInSql || call.isOneOf(COUNTING) || call.arguments().stream().anyMatch(Repetition::addsToItself);
    }

    /** {@code attempts: claim.attempts + 1}. */
    private static boolean addsToItself(RubyNode argument) {
        RubyNode key = argument.child("key");
        RubyNode value = argument.child("value");
        if (!argument.is("pair") || key == null || value == null || !value.is("binary")) {
            return false;
        }
        RubyNode left = value.child("left");
        String column = Words.name(key);
        return Set.of("+", "-", "*").contains(value.childText("operator"))
                && left != null
                && left.is("call")
                && left.childText("method").equals(column);
    }

    private static boolean draws(Write write, RakeCode code) {
        RubyNode sql = sql(write.call(), code);
        boolean drawsInSql = sql != null && Sql.drawsFromASequence(sql);
        return drawsInSql
                || write.call().arguments().stream()
                        .map(argument -> argument.is("pair") ? argument.child("value") : argument)
                        .filter(value -> value != null)
                        .map(code::resolved)
                        .flatMap(RubyNode::tree)
                        .anyMatch(Repetition::isRandom);
    }

    private static boolean isRandom(RubyNode node) {
        String text = node.is("identifier") ? node.text() : node.is("call") ? node.childText("method") : "";
        boolean isItsOwnName = "method".equals(node.field());
        return (!isItsOwnName && Set.of("rand", "sample", "shuffle").contains(text))
                || (node.is("constant")
                        && Set.of("SecureRandom", "Faker", "Random").contains(node.text()));
    }

    private static @Nullable RubyNode sql(Call call, RakeCode code) {
        RubyNode argument = call.firstArgument();
        boolean takesSql = Set.of(
                        "execute",
                        "exec_query",
                        "exec_update",
                        "exec_insert",
                        "exec_delete",
                        "update_all",
                        "insert",
                        "update")
                .contains(call.method());
        return takesSql && argument != null ? Sql.text(argument, code) : null;
    }
}
