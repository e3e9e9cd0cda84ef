package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFileRule;
import io.rakegate.policy.Surroundings;
import io.rakegate.policy.code.Call;
import io.rakegate.policy.code.Delegations;
import io.rakegate.policy.code.RakeCode;
import io.rakegate.policy.code.TaskCode;
import io.rakegate.policy.code.Words;
import io.rakegate.policy.ruby.RubyNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What changes the data stands in the pull request, not in a class or task that nobody reviews with it. */
public final class WritesAreVisibleInThePullRequest implements RakeFileRule {

    private static final Wording WORDING = new Wording(
            WritesAreVisibleInThePullRequest.class,
            ProcessDocument.ALL_DOCUMENTS,
            "Approvers see the call, and not what it does to the data; the code behind it may change after the approval.",
            "Link the code at the commit that will run and say what it writes; or put the work into the task.");

    @Override
    public List<Finding> check(RakeCode code, Surroundings surroundings) {
        return code.tasks().stream()
                .flatMap(task -> check(task, code, surroundings).stream())
                .distinct()
                .toList();
    }

    private static List<Finding> check(TaskCode task, RakeCode code, Surroundings surroundings) {
        Map<String, Call> hidden = new LinkedHashMap<>();
        task.calls().forEach(call -> {
            String target = Delegations.target(call, code);
            if (target != null && !contains(surroundings, target)) {
                hidden.putIfAbsent(target, call);
            }
        });
        List<Finding> findings = new ArrayList<>();
        hidden.forEach((target, call) -> findings.add(WORDING.toAnswer(
                code, call.line(), "The work is done by " + target + ", which the pull request does not contain.")));
        task.calls().flatMap(call -> invoked(call, code, surroundings)).forEach(findings::add);
        return findings;
    }

    private static boolean contains(Surroundings surroundings, String constant) {
        String file = underscored(constant) + ".rb";
        return surroundings.paths().stream().anyMatch(path -> path.equals(file) || path.endsWith("/" + file));
    }

    /** {@code Claims::HTTPBackfill} is defined in {@code claims/http_backfill.rb}. */
    private static String underscored(String constant) {
        StringBuilder path = new StringBuilder();
        String name = constant.replace("::", "/");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean afterLower =
                    i > 0 && (Character.isLowerCase(name.charAt(i - 1)) || Character.isDigit(name.charAt(i - 1)));
            boolean endsAcronym = i > 0
                    && Character.isUpperCase(name.charAt(i - 1))
                    && i + 1 < name.length()
                    && Character.isLowerCase(name.charAt(i + 1));
            path.append(Character.isUpperCase(c) && (afterLower || endsAcronym) ? "_" : "")
                    .append(c);
        }
        return path.toString().toLowerCase(Locale.ROOT);
    }

    private static Stream<Finding> invoked(Call call, RakeCode code, Surroundings surroundings) {
        String name = taskThatIsInvoked(call);
        boolean known = name == null
                || name.equals("environment")
                || code.file().task(name).isPresent()
                || surroundings.rakeFiles().stream()
                        .anyMatch(file -> file.task(name).isPresent());
        return known
                ? Stream.empty()
                : Stream.of(WORDING.toAnswer(
                        code,
                        call.line(),
                        "The work is done by the task " + name + ", which the pull request does not contain."));
    }

    /** {@code Rake::Task['claims:backfill'].invoke}; null for any other call. */
    private static @Nullable String taskThatIsInvoked(Call call) {
        RubyNode receiver = call.receiver();
        boolean invokes = receiver != null
                && call.isOneOf(Set.of("invoke", "execute"))
                && receiver.is("element_reference")
                && receiver.childText("object").equals("Rake::Task");
        return receiver == null || !invokes || receiver.children().size() < 2
                ? null
                : Words.name(receiver.children().get(1));
    }
}
