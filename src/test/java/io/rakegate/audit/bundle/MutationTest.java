package io.rakegate.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Flips, drops, swaps and inserts at random in a real bundle: in its unpacked files, in the order and number of its
 * files, and in the bytes of the zip. Every one is found, and named.
 */
@Tag("mutation")
class MutationTest extends BundleTestBase {

    private static final int IN_FILES = 560;
    private static final int OF_FILES = 110;
    private static final int IN_THE_ZIP = 340;

    private final long seed = Long.getLong("mutation.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<String, Integer> kinds = new TreeMap<>();

    @Test
    void whateverIsChangedIsFoundAndNamed() throws IOException {
        System.out.println("Mutations with -Dmutation.seed=" + seed);
        completed();
        Path zip = download();
        Path unpacked = unpack(zip, folder.resolve("unpacked"));
        assertThat(VerifyProgram.run(zip).status()).isZero();
        assertThat(VerifyProgram.run(unpacked).status()).isZero();

        inFiles(unpacked);
        ofFiles(zip);
        inTheZip(zip);

        int all = kinds.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println(all + " mutations found: " + kinds);
        assertThat(all).isGreaterThanOrEqualTo(1_000);
        assertThat(VerifyProgram.run(unpacked).status()).isZero();
    }

    /** One file is changed, and named; of the events, the events too. */
    private void inFiles(Path unpacked) throws IOException {
        List<String> names = filesIn(unpacked);
        for (int count = 0; count < IN_FILES; ) {
            String name = random.nextInt(3) == 0 ? "events.jsonl" : names.get(random.nextInt(names.size()));
            Path file = unpacked.resolve(name);
            byte[] before = Files.readAllBytes(file);
            Mutation mutation = random.nextBoolean() ? bytes(before) : lines(before);
            if (Arrays.equals(before, mutation.bytes)) {
                continue;
            }
            Files.write(file, mutation.bytes);

            VerifyProgram.Answer answer = VerifyProgram.run(unpacked);

            found(answer, mutation.kind + " in a file", name);
            if (name.equals("events.jsonl") && !mutation.kind.startsWith("blank")) {
                assertThat(answer.text()).as(mutation.kind).containsPattern("event \\d+|line \\d+");
            }
            Files.write(file, before);
            count++;
        }
    }

    private Mutation bytes(byte[] before) {
        int at = random.nextInt(before.length);
        return switch (random.nextInt(5)) {
            case 0 -> new Mutation("flipped bit", flipped(before, at));
            case 1 -> new Mutation("dropped byte", join(part(before, 0, at), part(before, at + 1, before.length)));
            case 2 ->
                new Mutation(
                        "inserted byte",
                        join(
                                part(before, 0, at),
                                new byte[] {(byte) (33 + random.nextInt(90))},
                                part(before, at, before.length)));
            case 3 -> new Mutation("cut end", part(before, 0, at));
            default -> {
                byte[] swapped = before.clone();
                int other = random.nextInt(before.length);
                swapped[at] = before[other];
                swapped[other] = before[at];
                yield new Mutation("swapped bytes", swapped);
            }
        };
    }

    private byte[] flipped(byte[] before, int at) {
        byte[] flipped = before.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private Mutation lines(byte[] before) {
        List<byte[]> lines = new ArrayList<>(split(before));
        int at = random.nextInt(lines.size());
        String kind;
        switch (random.nextInt(4)) {
            case 0 -> {
                lines.remove(at);
                kind = "dropped line";
            }
            case 1 -> {
                lines.add(random.nextInt(lines.size()), lines.get(at));
                kind = "inserted line";
            }
            case 2 -> {
                Collections.swap(lines, at, random.nextInt(lines.size()));
                kind = "swapped lines";
            }
            default -> {
                lines.add(at, new byte[] {'\n'});
                kind = "blank line";
            }
        }
        return new Mutation(kind, join(lines.toArray(byte[][]::new)));
    }

    /** Whole files are dropped, added, repeated or put in another order. */
    private void ofFiles(Path zip) throws IOException {
        Map<String, byte[]> whole = entries(zip);
        for (int count = 0; count < OF_FILES; ) {
            Map<String, byte[]> files = new LinkedHashMap<>(whole);
            List<String> names = new ArrayList<>(files.keySet());
            String name = names.get(random.nextInt(names.size()));
            String other = names.get(random.nextInt(names.size()));
            String kind = "dropped file";
            switch (random.nextInt(4)) {
                case 0 -> names.remove(name);
                case 1 -> {
                    kind = "added file";
                    other = "evidence/added-" + count + ".log";
                    files.put(other, new byte[] {'x'});
                    names.add(random.nextInt(names.size()), other);
                    name = other;
                }
                case 2 -> {
                    kind = "re-ordered files";
                    Collections.swap(names, names.indexOf(name), names.indexOf(other));
                }
                default -> {
                    kind = "swapped contents";
                    byte[] content = files.get(name);
                    files.put(name, files.get(other));
                    files.put(other, content);
                }
            }
            boolean same = List.copyOf(whole.keySet()).equals(names)
                    && whole.entrySet().stream()
                            .allMatch(entry -> Arrays.equals(entry.getValue(), files.get(entry.getKey())));
            if (same) {
                continue;
            }

            VerifyProgram.Answer answer = VerifyProgram.run(write(names, files));

            found(answer, kind, name);
            count++;
        }
    }

    /** Bytes of the zip itself. */
    private void inTheZip(Path zip) throws IOException {
        byte[] before = Files.readAllBytes(zip);
        Path changed = folder.resolve("changed.zip");
        for (int count = 0; count < IN_THE_ZIP; ) {
            // half of them in what is no file: the headers and the directory at the end
            Mutation mutation = random.nextBoolean() ? bytes(before) : inDirectory(before);
            if (Arrays.equals(before, mutation.bytes)) {
                continue;
            }
            Files.write(changed, mutation.bytes);

            VerifyProgram.Answer answer = VerifyProgram.run(changed);

            if (answer.status() == 0) {
                // between a packed file and the next byte there are up to seven bits that mean nothing to anybody
                assertThat(mutation.kind).isEqualTo("flipped bit");
                assertThat(entries(changed).keySet())
                        .containsExactlyElementsOf(entries(zip).keySet());
                assertThat(entries(changed)).usingRecursiveComparison().isEqualTo(entries(zip));
                assertThat(answer.text())
                        .doesNotContain(VerifyProgram.run(zip).text().substring(0, 80));
            } else {
                found(answer, mutation.kind + " in the zip", "changed");
                count++;
            }
        }
    }

    private Mutation inDirectory(byte[] zip) {
        int start = zip.length - 3_000;
        Mutation tail = bytes(part(zip, start, zip.length));
        return new Mutation(tail.kind, join(part(zip, 0, start), tail.bytes));
    }

    private void found(VerifyProgram.Answer answer, String kind, String name) {
        assertThat(answer.status())
                .as("%s in %s, seed %d: %s", kind, name, seed, answer.text())
                .isEqualTo(1);
        assertThat(answer.text()).as("%s in %s, seed %d", kind, name, seed).contains(name);
        kinds.merge(kind, 1, Integer::sum);
    }

    private Path write(List<String> names, Map<String, byte[]> files) throws IOException {
        Path changed = folder.resolve("changed.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (String name : names) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(files.get(name));
                zip.closeEntry();
            }
        }
        return changed;
    }

    private static Map<String, byte[]> entries(Path zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static List<String> filesIn(Path unpacked) throws IOException {
        try (var files = Files.walk(unpacked)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> unpacked.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<byte[]> split(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n' || at == bytes.length - 1) {
                lines.add(part(bytes, start, at + 1));
                start = at + 1;
            }
        }
        return lines;
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, Math.max(from, to));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Mutation(String kind, byte[] bytes) {}
}
