package io.rakegate.sandbox.github;

import static org.junit.jupiter.api.Assumptions.abort;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * GitHub's own description of its interface, as it publishes it on npm. It is large: fetched once into the build
 * folder, never committed, and cut down to the paths in use.
 */
final class PublishedDescription {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedDescription.class);
    private static final String NAME = "@octokit/openapi@23.0.2";
    private static final String ENTRY = "package/generated/api.github.com.json";
    private static final String SHA_256 = "829b4bebb19a53133289f7b0bc819f4f1118115821db2ca9f25e9ee995a7da2a";
    private static final Path FOLDER = Path.of("target", "github-openapi");
    private static final ObjectMapper JSON = new ObjectMapper();

    private PublishedDescription() {}

    /** Checks requests and answers against the description of these paths. */
    static OpenApiInteractionValidator of(Collection<String> paths, String basePath) throws IOException {
        return of(slice(JSON.readTree(fetched().toFile()), "paths", paths), basePath, LevelResolver.create());
    }

    /** Checks deliveries against the description of these webhooks, each at its name as the path. */
    static OpenApiInteractionValidator ofWebhooks(Collection<String> names) throws IOException {
        // an issue is described in two parts there, of which each would refuse what the other describes
        LevelResolver.Builder levels = LevelResolver.create()
                .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE);
        return of(slice(JSON.readTree(fetched().toFile()), "x-webhooks", names), "/", levels);
    }

    private static OpenApiInteractionValidator of(ObjectNode slice, String basePath, LevelResolver.Builder levels)
            throws IOException {
        // the validator cannot follow one where an alternative is a list; that exactly one fits is checked all the same
        slice.findParents("discriminator").forEach(node -> ((ObjectNode) node).remove("discriminator"));
        return OpenApiInteractionValidator.createForInlineApiSpecification(JSON.writeValueAsString(slice))
                .withBasePathOverride(basePath)
                // GitHub recommends application/vnd.github+json and describes application/json
                .withLevelResolver(
                        levels.withLevel("validation.request.accept.notAllowed", ValidationReport.Level.IGNORE)
                                .build())
                .build();
    }

    private static ObjectNode slice(JsonNode whole, String part, Collection<String> paths) {
        ObjectNode slice = JSON.createObjectNode();
        slice.set("openapi", whole.get("openapi"));
        slice.set("info", whole.get("info"));
        ObjectNode kept = slice.putObject("paths");
        Deque<JsonNode> open = new ArrayDeque<>();
        for (String path : paths) {
            JsonNode described = Objects.requireNonNull(whole.path(part).get(path), path);
            kept.set(path.startsWith("/") ? path : "/" + path, described);
            open.add(described);
        }
        ObjectNode components = slice.putObject("components");
        while (!open.isEmpty()) {
            open.remove().findValuesAsText("$ref").forEach(reference -> {
                String[] steps = reference.split("/", -1);
                JsonNode target = whole.at(reference.substring(1));
                ObjectNode group = components.withObjectProperty(steps[2]);
                if (!group.has(steps[3])) {
                    group.set(steps[3], target);
                    open.add(target);
                }
            });
        }
        return slice;
    }

    private static Path fetched() throws IOException {
        Path file = FOLDER.resolve("api.github.com.json");
        if (!Files.exists(file) || !SHA_256.equals(digest(file))) {
            Files.createDirectories(FOLDER);
            unpack(packed(), file);
        }
        if (!SHA_256.equals(digest(file))) {
            throw new IOException("The description in " + NAME + " is not the one these tests were written for.");
        }
        return file;
    }

    private static Path packed() throws IOException {
        try {
            Process npm = new ProcessBuilder("npm", "pack", NAME, "--silent")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("npm.log").toFile())
                    .start();
            if (npm.waitFor(5, TimeUnit.MINUTES) && npm.exitValue() == 0) {
                return FOLDER.resolve("octokit-openapi-23.0.2.tgz");
            }
            npm.destroy();
            return unavailable("npm could not fetch it, see " + FOLDER.resolve("npm.log"));
        } catch (IOException noNpm) {
            return unavailable("there is no npm: " + noNpm.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Fetching " + NAME + " was interrupted.", stopped);
        }
    }

    // on a developer's machine a missing npm leaves the test out; where it counts it fails
    private static Path unavailable(String why) {
        String sentence = "GitHub's published description " + NAME + " is not at hand: " + why;
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(sentence);
        }
        LOG.warn("{}. The contract with GitHub was not checked.", sentence);
        return abort(sentence);
    }

    private static void unpack(Path archive, Path file) throws IOException {
        try (InputStream packed = Files.newInputStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals(ENTRY)) {
                    Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
                    Files.delete(archive);
                    return;
                }
            }
        }
        throw new IOException(NAME + " has no " + ENTRY + ".");
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
