package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFileRule;
import io.rakegate.policy.Surroundings;
import io.rakegate.policy.code.Call;
import io.rakegate.policy.code.Interpolation;
import io.rakegate.policy.code.RakeCode;
import io.rakegate.policy.ruby.RubyNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** No value is put into the text of an SQL statement or a shell command, where it could become part of the command. */
public final class NoInterpolatedShellOrSql implements RakeFileRule {

    private static final Set<String> SQL = Set.of(
            "execute",
            "exec_query",
            "exec_update",
            "exec_delete",
            "exec_insert",
            "select_all",
            "select_value",
            "select_values",
            "select_rows",
            "find_by_sql",
            "where",
            "update_all",
            "having",
            "order",
            "joins",
            "from",
            "count_by_sql");
    private static final Set<String> SHELL =
            Set.of("system", "exec", "spawn", "capture2", "capture2e", "capture3", "popen");
    private static final Wording WORDING = new Wording(
            NoInterpolatedShellOrSql.class,
            ProcessDocument.RAKE_TASKS,
            "A quote or a semicolon in the value changes what runs, in production, with the rights of the application.",
            "Pass the value as a bind parameter or as an argument of its own, or quote it with connection.quote or"
                    + " Shellwords.escape; or say why the value can only be harmless.");

    @Override
    public List<Finding> check(RakeCode code, Surroundings surroundings) {
        return code.tasks().stream()
                .flatMap(task -> task.nodes())
                .flatMap(node -> finding(node, code))
                .distinct()
                .toList();
    }

    private static Stream<Finding> finding(RubyNode node, RakeCode code) {
        if (node.is("subshell")) {
            return Interpolation.isUnquotedIn(node, code)
                    ? Stream.of(WORDING.toAnswer(code, node.line(), "A value is put into the text of a shell command."))
                    : Stream.empty();
        }
        if (!node.is("call")) {
            return Stream.empty();
        }
        Call call = new Call(node);
        boolean sql = call.receiver() != null && call.isOneOf(SQL);
        boolean shell = call.isOneOf(SHELL) && call.arguments().size() == 1;
        return (sql || shell) && Interpolation.isUnquotedInFirstArgument(call, code)
                ? Stream.of(WORDING.toAnswer(
                        code,
                        call.line(),
                        "A value is put into the text of " + (sql ? "an SQL statement" : "a shell command") + " (\""
                                + call.method() + "\")."))
                : Stream.empty();
    }
}
