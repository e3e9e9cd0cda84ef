package io.rakegate.packaged;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.packaged.PackagedJar.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the jar says it is made of is what is in it, and what docs/security.md says of it is said of these versions. */
class ComponentsTest {

    private static final Path PAGE = Path.of("docs/security.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| [^|]*CVE-[^\\n]*$");
    private static final Pattern COMPONENT = Pattern.compile("`([\\w.-]+:[\\w.-]+) ([\\w.-]+)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");

    @Test
    void everyLibraryIsInTheListByItsBytes() {
        Set<String> listed =
                PackagedJar.components().stream().map(Component::sha256).collect(toSet());

        assertThat(PackagedJar.libraries())
                .hasSizeGreaterThan(100)
                .allSatisfy((file, digest) ->
                        assertThat(listed).as("who speaks for %s", file).contains(digest));
    }

    @Test
    void everyRowOnAVulnerabilityNamesALibraryThatIsThereInThisVersion() throws IOException {
        Set<String> there =
                PackagedJar.packagedComponents().map(Component::coordinates).collect(toSet());

        assertThat(rows())
                .hasSizeGreaterThan(10)
                .allSatisfy(row -> assertThat(
                                COMPONENT.matcher(row).results().map(it -> it.group(1) + " " + it.group(2)))
                        .as(row)
                        .isNotEmpty()
                        .isSubsetOf(there));
    }

    @Test
    void everyTestThatARowNamesIsThere() throws IOException {
        List<MatchResult> named =
                rows().stream().flatMap(row -> TEST.matcher(row).results()).toList();

        assertThat(named)
                .hasSizeGreaterThan(10)
                .allSatisfy(test -> assertThat(sourceOf(test.group(1)))
                        .as(test.group())
                        .contains(test.group(2) == null ? "class " + test.group(1) : "void " + test.group(2) + "("));
    }

    /** What a vulnerability needs and the jar does not bring, so that a library that brings it in is noticed. */
    @ParameterizedTest
    @CsvSource({
        "CVE-2026-47885, spring-webflux",
        "CVE-2026-47888, rsocket-core",
        "CVE-2026-47889, jetty-server",
        "CVE-2026-47891, aalto-xml",
        "CVE-2026-47893, reactor-core",
        "CVE-2026-59280, freemarker",
        "CVE-2026-59270, spring-security-ldap",
        "CVE-2026-47841, spring-security-webauthn",
        "CVE-2026-59295, httpclient5",
        "CVE-2026-59296, micrometer-registry-statsd",
        "CVE-2023-3782, okhttp-brotli",
        "CVE-2025-7962, angus-mail",
        "CVE-2025-15104, validator",
        "FEEL notice, feel-engine",
        "FEEL notice, camunda-engine-feel-scala"
    })
    void whatAVulnerabilityNeedsIsNotThere(String vulnerability, String name) {
        assertThat(PackagedJar.libraries().keySet())
                .as(vulnerability)
                .anyMatch(file -> isVersionOf("spring-webmvc", file))
                .noneMatch(file -> isVersionOf(name, file));
    }

    private static boolean isVersionOf(String name, String file) {
        return file.matches(Pattern.quote(name) + "-\\d.*");
    }

    private static List<String> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String sourceOf(String test) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Path source = files.filter(file -> file.getFileName().toString().equals(test + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + test));
            return Files.readString(source);
        }
    }
}
