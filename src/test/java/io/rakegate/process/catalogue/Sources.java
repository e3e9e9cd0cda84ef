package io.rakegate.process.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources of {@code io.rakegate.process}, to see which class writes which variable. */
final class Sources {

    private static final Path FOLDER = Path.of("src/main/java/io/rakegate/process");

    private final Map<String, String> texts = new TreeMap<>();

    Sources() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                texts.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean has(String className) {
        return texts.containsKey(className);
    }

    /** The package of a class, and what is behind its name as a component. */
    Optional<String> packageOf(String className) {
        return Optional.ofNullable(texts.get(className))
                .map(text -> text.substring("package ".length(), text.indexOf(';')));
    }

    boolean isComponent(String className) {
        return texts.get(className).contains("\n@Component\n");
    }

    /** The classes of this kind in a package. */
    List<String> implementing(String type, String packageName) {
        return texts.keySet().stream()
                .filter(name -> packageOf(name).orElseThrow().equals(packageName))
                .filter(name -> Pattern.compile("class " + name + " (?:.*)implements [^{]*\\b" + type + "\\b")
                        .matcher(texts.get(name))
                        .find())
                .toList();
    }

    /** The classes that set or remove a variable through its constant. */
    Set<String> directWriters(String constant) {
        Pattern write = Pattern.compile("ChangeVariables\\." + constant + "\\s*\\.(set|setLocal|remove|toEngine)\\(");
        return texts.entrySet().stream()
                .filter(source -> write.matcher(source.getValue()).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether a class, or one of its package that it uses, names the constant, as such or through its group. */
    boolean names(String className, String constant) {
        return closure(className).stream()
                .map(texts::get)
                .anyMatch(text -> text.contains("ChangeVariables." + constant)
                        || (text.contains("ApprovalVariables") && grouped("ApprovalVariables", constant))
                        || (text.contains("EvidenceVariables") && grouped("EvidenceVariables", constant)));
    }

    private boolean grouped(String group, String constant) {
        return texts.get(group).contains("ChangeVariables." + constant);
    }

    /** A class with the classes of its package that it uses, directly or through others. */
    Set<String> closure(String className) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(className));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                texts.keySet().stream()
                        .filter(other -> packageOf(other).equals(packageOf(next)))
                        .filter(other -> Pattern.compile("\\b" + other + "\\b")
                                .matcher(texts.get(next))
                                .find())
                        .forEach(open::add);
            }
        }
        return found;
    }
}
