package io.rakegate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A file over 200 lines, or a method over 20, is a place to look again. */
class SizesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final int LINES_OF_A_FILE = 200;
    private static final int LINES_OF_A_METHOD = 20;

    /** Looked at again and left, by file name. */
    private static final Set<String> LONG_FILES = Set.of();

    /** More than a place to look: no method is as long as this. */
    private static final int LONGEST_METHOD = 2 * LINES_OF_A_METHOD;

    @Test
    void filesStayShort() throws IOException {
        sources(Path.of("src/test/java")).stream()
                .filter(SizesTest::isLong)
                .forEach(file -> System.out.println("A place to look again: " + file));

        assertThat(sources(MAIN)).filteredOn(SizesTest::isLong).isEmpty();
    }

    @Test
    void methodsStayShort() throws IOException {
        List<Method> methods = methods(sources(MAIN));

        methods.stream()
                .filter(method -> method.lines() > LINES_OF_A_METHOD)
                .forEach(method -> System.out.println("A place to look again: " + method));

        assertThat(methods)
                .isNotEmpty()
                .filteredOn(method -> method.lines() > LONGEST_METHOD)
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        Set<Path> undocumented = new TreeSet<>();

        for (Path file : sources(MAIN)) {
            Path description = file.resolveSibling("package-info.java");
            if (!Files.exists(description)
                    || !Files.readString(description).contains("@NullMarked")
                    || !Files.readString(description).contains("/**")) {
                undocumented.add(file.getParent());
            }
        }

        assertThat(undocumented).isEmpty();
    }

    private static boolean isLong(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count() > LINES_OF_A_FILE
                    && !LONG_FILES.contains(file.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<Method> methods(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Method> methods = new ArrayList<>();
        try (StandardJavaFileManager sources = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, sources, null, null, null, sources.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new MethodSizes(unit, positions), methods);
            }
        }
        return methods;
    }

    /** How many lines a method's body has, its braces and text blocks included. */
    record Method(String file, String name, long lines) {}

    private static final class MethodSizes extends TreeScanner<Void, List<Method>> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        MethodSizes(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitMethod(MethodTree method, List<Method> methods) {
            BlockTree body = method.getBody();
            if (body != null && positions.getStartPosition(unit, body) >= 0) {
                LineMap lines = unit.getLineMap();
                long first = lines.getLineNumber(positions.getStartPosition(unit, body));
                long last = lines.getLineNumber(positions.getEndPosition(unit, body));
                String file =
                        Path.of(unit.getSourceFile().getName()).getFileName().toString();
                methods.add(new Method(file, method.getName().toString(), last - first - 1));
            }
            return super.visitMethod(method, methods);
        }
    }
}
