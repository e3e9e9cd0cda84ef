package io.rakegate.policy.code;

import io.rakegate.policy.RakeFile;
import io.rakegate.policy.RakeTask;
import io.rakegate.policy.ruby.RubyNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The code of one rake file: what each task runs, which methods call which, and what its variables hold. */
public final class RakeCode {

    private final RakeFile file;
    private final Scopes scopes;
    private final Variables variables;
    private final Callers callers;
    private final Map<String, List<RubyNode>> methods = new HashMap<>();
    private final List<RubyNode> heredocBeginnings = new ArrayList<>();
    private final List<RubyNode> heredocBodies = new ArrayList<>();
    private final Set<String> constants = new HashSet<>();
    private final List<TaskCode> tasks;

    private RakeCode(RakeFile file, RubyNode root) {
        this.file = file;
        this.scopes = new Scopes(root, file.tasks());
        this.variables = new Variables(scopes);
        this.callers = new Callers(scopes);
        root.tree().forEach(this::index);
        this.tasks = file.tasks().stream()
                .filter(task -> task.block() != null)
                .map(task -> new TaskCode(task, bodies(task)))
                .toList();
    }

    /** The code of a file that could be read; null if it could not. */
    public static @Nullable RakeCode of(RakeFile file) {
        RubyNode root = file.root();
        if (root == null) {
            return null;
        }
        root.renewBudget();
        return new RakeCode(file, root);
    }

    private void index(RubyNode node) {
        switch (node.type()) {
            case "method", "singleton_method" ->
                methods.computeIfAbsent(node.childText("name"), name -> new ArrayList<>())
                        .add(node);
            case "call" -> callers.add(node.childText("method"), node);
            case "identifier" -> callers.add(node.text(), node);
            case "simple_symbol" -> callers.add(node.text().substring(1), node);
            case "class", "module" -> constants.add(node.childText("name"));
            case "assignment" -> assigned(node);
            case "heredoc_beginning" -> heredocBeginnings.add(node);
            case "heredoc_body" -> heredocBodies.add(node);
            default -> {}
        }
    }

    private void assigned(RubyNode assignment) {
        variables.add(assignment);
        RubyNode left = assignment.child("left");
        if (left != null && left.is("constant")) {
            constants.add(left.text());
        }
    }

    private List<RubyNode> bodies(RakeTask task) {
        List<RubyNode> bodies = new ArrayList<>();
        Set<String> called = new HashSet<>();
        Deque<RubyNode> open = new ArrayDeque<>();
        if (task.block() != null) {
            open.add(task.block());
        }
        while (!open.isEmpty()) {
            RubyNode body = open.remove();
            bodies.add(body);
            body.tree()
                    .map(RakeCode::calledName)
                    .filter(called::add)
                    .flatMap(name -> methods.getOrDefault(name, List.of()).stream())
                    .filter(method -> bodies.stream().noneMatch(method::isInside))
                    .forEach(open::add);
        }
        return bodies;
    }

    private static String calledName(RubyNode node) {
        return switch (node.type()) {
            case "call" -> node.childText("method").equals("new") ? "initialize" : node.childText("method");
            case "identifier" -> node.text();
            case "simple_symbol" -> node.text().substring(1);
            default -> "";
        };
    }

    /** The file it was read from. */
    public RakeFile file() {
        return file;
    }

    /** What each task runs; tasks that only have prerequisites are not among them. */
    public List<TaskCode> tasks() {
        return tasks;
    }

    /** Whether a class, module or constant of this name is defined in the file. */
    public boolean defines(String constant) {
        return constants.contains(constant) || constants.contains(constant.substring(constant.lastIndexOf(':') + 1));
    }

    /** Whether a method of this name is defined in the file. */
    public boolean definesMethod(String name) {
        return methods.containsKey(name);
    }

    /** The task block, method or lambda that a node belongs to, or the whole file. */
    public RubyNode unit(RubyNode node) {
        return scopes.unit(node);
    }

    /** What was last assigned to a variable before this place; null if nothing was. */
    public @Nullable RubyNode valueOf(RubyNode variable) {
        return variables.valueOf(variable);
    }

    /** The node itself, or the value of the variable that it names. */
    public RubyNode resolved(RubyNode node) {
        RubyNode value = node.is("identifier", "instance_variable", "constant") ? valueOf(node) : null;
        return value == null ? node : value;
    }

    /** The text of a heredoc, which stands below the line that begins it; null if there is none. */
    public @Nullable RubyNode heredoc(RubyNode beginning) {
        int at = Collections.binarySearch(heredocBeginnings, beginning, Comparator.comparingInt(RubyNode::start));
        return at >= 0 && at < heredocBodies.size() ? heredocBodies.get(at) : null;
    }

    /** Whether a node runs inside such a block wherever it is reached from. */
    public boolean isAlwaysInside(RubyNode node, Predicate<RubyNode> block) {
        return callers.isAlwaysInside(node, block);
    }

    /** The nearest such block around a node, through the methods that call it; null if there is none. */
    public @Nullable RubyNode around(RubyNode node, Predicate<RubyNode> block) {
        return callers.around(node, block);
    }
}
