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

    private static final int DEEPEST_CALLS = 10;
    private static final int MENTIONS = 1000;

    private final RakeFile file;
    private final RubyNode root;
    private final Set<RubyNode> taskBlocks = new HashSet<>();
    private final Map<String, List<RubyNode>> methods = new HashMap<>();
    private final Map<String, List<RubyNode>> mentions = new HashMap<>();
    private final Map<RubyNode, Map<String, List<RubyNode>>> assignments = new HashMap<>();
    private final List<RubyNode> heredocBeginnings = new ArrayList<>();
    private final List<RubyNode> heredocBodies = new ArrayList<>();
    private final Set<String> constants = new HashSet<>();
    private final List<TaskCode> tasks;

    private RakeCode(RakeFile file, RubyNode root) {
        this.file = file;
        this.root = root;
        for (RakeTask task : file.tasks()) {
            if (task.block() != null) {
                taskBlocks.add(task.block());
            }
        }
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
            case "call" -> mention(node.childText("method"), node);
            case "identifier" -> mention(node.text(), node);
            case "simple_symbol" -> mention(node.text().substring(1), node);
            case "class", "module" -> constants.add(node.childText("name"));
            case "assignment" -> assigned(node);
            case "heredoc_beginning" -> heredocBeginnings.add(node);
            case "heredoc_body" -> heredocBodies.add(node);
            default -> {}
        }
    }

    private void mention(String name, RubyNode node) {
        boolean isItsOwnName = "name".equals(node.field()) || "method".equals(node.field());
        if (!isItsOwnName) {
            mentions.computeIfAbsent(name, any -> new ArrayList<>()).add(node);
        }
    }

    private void assigned(RubyNode assignment) {
        RubyNode left = assignment.child("left");
        RubyNode right = assignment.child("right");
        if (left != null && right != null && left.is("identifier", "instance_variable", "constant")) {
            assignments
                    .computeIfAbsent(unit(assignment), unit -> new HashMap<>())
                    .computeIfAbsent(left.text(), name -> new ArrayList<>())
                    .add(right);
        }
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

    /** The whole file. */
    public RubyNode root() {
        return root;
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

    /** The task block or method that a node belongs to, or the whole file. */
    public RubyNode unit(RubyNode node) {
        return node.ancestors().filter(this::isUnit).findFirst().orElse(root);
    }

    private boolean isUnit(RubyNode node) {
        return taskBlocks.contains(node) || !nameOf(node).isEmpty();
    }

    /** The name by which a method, or a lambda held by a variable, is called; empty for anything else. */
    private static String nameOf(RubyNode unit) {
        if (unit.is("method", "singleton_method")) {
            return unit.childText("name");
        }
        RubyNode around = unit.parent();
        boolean isLambda = unit.is("lambda")
                || (unit.is("call") && Set.of("lambda", "proc").contains(unit.childText("method")));
        return isLambda && around != null && around.is("assignment") ? around.childText("left") : "";
    }

    /** What was last assigned to a variable before this place in the same task or method; null if nothing was. */
    public @Nullable RubyNode valueOf(RubyNode variable) {
        RubyNode last = null;
        for (RubyNode home : homes(variable)) {
            for (RubyNode value : assignments.getOrDefault(home, Map.of()).getOrDefault(variable.text(), List.of())) {
                boolean counts = value.isBefore(variable) && !variable.isInside(value);
                last = counts ? value : last;
            }
            if (last != null) {
                return last;
            }
        }
        return null;
    }

    /** The task block, method or lambda that a node belongs to, those around it, and the whole file. */
    private List<RubyNode> homes(RubyNode node) {
        List<RubyNode> homes =
                new ArrayList<>(node.ancestors().filter(this::isUnit).toList());
        homes.add(root);
        return homes;
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
        return isAlwaysInside(node, block, DEEPEST_CALLS);
    }

    private boolean isAlwaysInside(RubyNode node, Predicate<RubyNode> block, int depth) {
        if (nearest(node, block) != null) {
            return true;
        }
        List<RubyNode> callers = depth == 0 ? List.of() : callers(node);
        return !callers.isEmpty() && callers.stream().allMatch(caller -> isAlwaysInside(caller, block, depth - 1));
    }

    /** The nearest such block around a node, through the methods that call it; null if there is none. */
    public @Nullable RubyNode around(RubyNode node, Predicate<RubyNode> block) {
        return around(node, block, DEEPEST_CALLS);
    }

    private @Nullable RubyNode around(RubyNode node, Predicate<RubyNode> block, int depth) {
        RubyNode found = nearest(node, block);
        if (found != null || depth == 0) {
            return found;
        }
        for (RubyNode caller : callers(node)) {
            found = around(caller, block, depth - 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable RubyNode nearest(RubyNode node, Predicate<RubyNode> block) {
        return node.ancestors()
                .takeWhile(at -> !isUnit(at))
                .filter(block)
                .findFirst()
                .orElse(null);
    }

    private List<RubyNode> callers(RubyNode node) {
        RubyNode unit = unit(node);
        String name = nameOf(unit);
        return name.isEmpty()
                ? List.of()
                : mentions.getOrDefault(name, List.of()).stream()
                        .limit(MENTIONS)
                        .filter(mention -> !mention.isInside(unit) && !"left".equals(mention.field()))
                        .toList();
    }
}
