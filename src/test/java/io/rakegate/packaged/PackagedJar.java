package io.rakegate.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The jar that is handed out: the libraries in it, and the list of components that it says it is made of. */
final class PackagedJar {

    static final Path PATH = Path.of(System.getProperty("rakegate.jar"));
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final Map<String, String> DIGESTS = digests();

    private PackagedJar() {}

    /** Everything in the list, what only runs beside the packaged application included. */
    static List<Component> components() {
        try (JarFile jar = new JarFile(PATH.toFile())) {
            String list = jar.getManifest().getMainAttributes().getValue("Sbom-Location");
            JsonNode components = new ObjectMapper()
                    .readTree(jar.getInputStream(jar.getEntry(list)))
                    .path("components");
            return StreamSupport.stream(components.spliterator(), false)
                    .map(Component::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** File name and SHA-256 of each library, without what the packaging itself adds. */
    static Map<String, String> libraries() {
        return DIGESTS;
    }

    private static Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        try (JarFile jar = new JarFile(PATH.toFile())) {
            for (var entry : jar.stream().toList()) {
                if (entry.getName().startsWith(LIBRARIES)
                        && entry.getName().endsWith(".jar")
                        && !entry.getName().contains("spring-boot-jarmode-tools")) {
                    digests.put(
                            entry.getName().substring(LIBRARIES.length()),
                            sha256(jar.getInputStream(entry).readAllBytes()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(digests);
    }

    /** What is both in the list and in the jar, in the order of names. */
    static Stream<Component> packagedComponents() {
        Map<String, String> libraries = libraries();
        return components().stream()
                .filter(component -> libraries.containsValue(component.sha256()))
                .sorted();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One line of the list. */
    record Component(String group, String name, String version, List<String> licences, String sha256)
            implements Comparable<Component> {

        private static Component of(JsonNode json) {
            return new Component(
                    json.path("group").asText(),
                    json.path("name").asText(),
                    json.path("version").asText(),
                    stream(json.path("licenses")).map(Component::licence).toList(),
                    stream(json.path("hashes"))
                            .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                            .map(hash -> hash.path("content").asText())
                            .findFirst()
                            .orElse("no SHA-256"));
        }

        private static String licence(JsonNode choice) {
            JsonNode licence = choice.path("license");
            return Stream.of(licence.path("id"), licence.path("name"), choice.path("expression"))
                    .map(JsonNode::asText)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("unknown");
        }

        private static Stream<JsonNode> stream(JsonNode array) {
            return StreamSupport.stream(array.spliterator(), false);
        }

        String coordinates() {
            return "%s:%s %s".formatted(group, name, version);
        }

        @Override
        public int compareTo(Component other) {
            return coordinates().compareTo(other.coordinates());
        }
    }
}
