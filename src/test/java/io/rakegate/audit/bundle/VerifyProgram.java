package io.rakegate.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** The verifier's one source file, compiled as it stands in the bundle and run without anything of ours around it. */
final class VerifyProgram {

    private static final Path SOURCE = Path.of("src/main/resources/audit/bundle/Verify.java");
    private static final Method RUN = compile();

    private VerifyProgram() {}

    /** What the program answers. */
    record Answer(int status, String text) {}

    static Answer run(Path bundle, String... key) {
        String[] arguments =
                key.length == 0 ? new String[] {bundle.toString()} : new String[] {bundle.toString(), key[0]};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            int status = (int) RUN.invoke(null, arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
            return new Answer(status, out.toString(StandardCharsets.UTF_8));
        } catch (ReflectiveOperationException failed) {
            throw new LinkageError("The verifier failed on " + bundle, failed);
        }
    }

    private static Method compile() {
        try {
            Path classes = Files.createDirectories(
                    Path.of(System.getProperty("rakegate.test.folder", "target/tests"), "verify-program"));
            ByteArrayOutputStream messages = new ByteArrayOutputStream();
            int result = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            messages,
                            messages,
                            "--release",
                            "17",
                            "-Xlint:all",
                            "-Werror",
                            "-proc:none",
                            "-classpath",
                            "",
                            "-d",
                            classes.toString(),
                            SOURCE.toString());
            assertThat(result).as(messages.toString(StandardCharsets.UTF_8)).isZero();
            List<URL> path = List.of(classes.toUri().toURL());
            ClassLoader alone = new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
            return alone.loadClass("Verify").getMethod("run", String[].class, PrintStream.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError("The verifier has no run method", broken);
        }
    }
}
