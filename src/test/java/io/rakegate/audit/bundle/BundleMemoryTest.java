package io.rakegate.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.audit.LinkHash;
import io.rakegate.evidence.Evidence;
import io.rakegate.evidence.StoredEvidence;
import io.rakegate.support.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bundle with 100 MB of evidence passes through a Java machine that could not hold a third of it. */
class BundleMemoryTest {

    private static final int FILES = 4;
    private static final int CHUNKS = 100;
    private static final long BYTES = FILES * CHUNKS * 256L * 1024;

    @TempDir
    private Path folder;

    @Test
    void streamsOneHundredMegabytesInThirtyTwo() throws Exception {
        String database = TestDatabase.migrated();
        StoredEvidence.fill(JdbcClient.create(TestDatabase.dataSource(database)), FILES, CHUNKS);
        Path output = folder.resolve("output.txt");

        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")),
                        SmallMachine.class.getName(),
                        database)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();

        String said = Files.readString(output);
        System.out.println(said.strip());
        assertThat(status).as(said).isZero();
        assertThat(said).contains("bundled " + BYTES + " bytes");
    }

    /** Writes the files as the bundle does, in a machine of its own. */
    static final class SmallMachine {

        private SmallMachine() {}

        /** Takes the address of the database. */
        public static void main(String[] arguments) throws IOException {
            JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource(arguments[0]));
            EvidenceParts parts = new EvidenceParts(StoredEvidence.in(jdbc));
            BundleZip zip = new BundleZip(OutputStream.nullOutputStream(), LinkHash.START);
            List<Evidence> all = StoredEvidence.all(jdbc);
            long start = System.nanoTime();
            for (Evidence one : all) {
                zip.add("evidence/" + one.id(), to -> parts.writeFile(one, to));
            }
            zip.finish();
            long milliseconds = (System.nanoTime() - start) / 1_000_000;
            long bytes = zip.files().stream().mapToLong(BundleFile::size).sum();
            System.out.printf(
                    "bundled %d bytes in %d ms, with a heap of %d MB%n",
                    bytes, milliseconds, Runtime.getRuntime().maxMemory() >> 20);
        }
    }
}
