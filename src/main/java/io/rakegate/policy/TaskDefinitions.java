package io.rakegate.policy;

import io.rakegate.policy.ruby.RubyNode;
import io.rakegate.policy.ruby.RubyText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where a rake file defines tasks, and what the definitions say, in all the ways Rake allows. */
final class TaskDefinitions {

    private static final Set<String> DEFINING = Set.of("task", "multitask");

    private TaskDefinitions() {}

    static List<RakeTask> in(RubyNode root) {
        return root.tree()
                .filter(TaskDefinitions::isDefinition)
                .map(TaskDefinitions::task)
                .toList();
    }

    private static boolean isDefinition(RubyNode node) {
        if (!node.is("call") || node.child("arguments") == null) {
            return false;
        }
        String method = node.childText("method");
        String receiver = node.childText("receiver");
        return receiver.isEmpty()
                ? DEFINING.contains(method)
                : receiver.equals("Rake::Task") && method.equals("define_task");
    }

    private static RakeTask task(RubyNode call) {
        List<RubyNode> arguments = arguments(call);
        RubyNode first = arguments.isEmpty() ? null : arguments.get(0);
        RubyNode name = first != null && first.is("pair") ? first.child("key") : first;
        return new RakeTask(
                fullName(call, name),
                argumentNames(arguments),
                description(call),
                call.line(),
                call,
                call.child("block"));
    }

    private static List<RubyNode> arguments(RubyNode call) {
        RubyNode list = call.child("arguments");
        return list == null ? List.of() : list.children();
    }

    private static @Nullable String fullName(RubyNode call, @Nullable RubyNode name) {
        List<String> parts = new ArrayList<>();
        parts.add(name == null ? null : RubyText.literal(name));
        call.ancestors()
                .filter(node -> node.is("call") && node.childText("method").equals("namespace"))
                .forEach(namespace -> parts.add(namespaceName(namespace)));
        Collections.reverse(parts);
        return parts.contains(null) ? null : String.join(":", parts);
    }

    private static @Nullable String namespaceName(RubyNode namespace) {
        List<RubyNode> arguments = arguments(namespace);
        return arguments.isEmpty() ? null : RubyText.literal(arguments.get(0));
    }

    private static List<String> argumentNames(List<RubyNode> arguments) {
        List<String> names = new ArrayList<>();
        for (RubyNode argument : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
            RubyNode key = argument.is("pair") ? argument.child("key") : argument;
            if (key == null || key.is("hash_key_symbol")) {
                continue;
            }
            List<RubyNode> elements = key.is("array", "symbol_array", "string_array") ? key.children() : List.of(key);
            elements.stream()
                    .map(RubyText::literal)
                    .filter(name -> name != null)
                    .forEach(names::add);
        }
        return names;
    }

    private static String description(RubyNode call) {
        RubyNode around = call.parent();
        if (around == null) {
            return "";
        }
        RubyNode before = null;
        for (RubyNode sibling : around.children()) {
            if (sibling == call) {
                break;
            }
            before = sibling.is("comment", "heredoc_body") ? before : sibling;
        }
        if (before == null || !before.is("call") || !before.childText("method").equals("desc")) {
            return "";
        }
        List<RubyNode> said = arguments(before);
        String text = said.isEmpty() ? null : RubyText.literal(said.get(0));
        return text == null ? "" : text;
    }
}
