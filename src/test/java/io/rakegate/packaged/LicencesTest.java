package io.rakegate.packaged;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.packaged.PackagedJar.Component;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/**
 * What is handed out may be handed out: every licence is one that was read and allowed. The list is in the jar and in
 * src/main/resources/META-INF/licences.md. To make it anew:
 * {@code ./mvnw verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=LicencesTest -Dlicences.write=true},
 * and once more, so that the jar has it.
 */
class LicencesTest {

    private static final String ENTRY = "META-INF/licences.md";
    private static final Path FILE = Path.of("src/main/resources/META-INF/licences.md");
    private static final String BEGIN = "<!-- components: made by LicencesTest -->\n";
    private static final String END = "<!-- end of components -->\n";

    /** Licences that were read; the list says what each asks. One that reaches beyond its own files is not here. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "Apache License, 2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "Modified BSD",
            "jQuery license",
            "W3C license",
            "CC0-1.0",
            "Public Domain",
            "EPL-2.0",
            "MPL-1.1",
            "CDDL-1.1",
            "GPL-2.0-with-classpath-exception",
            "The GNU General Public License (GPL), Version 2, With Classpath Exception",
            "GNU General Public License, version 2 with the GNU Classpath Exception",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later");

    @Test
    void everyLicenceIsOneThatWasAllowed() {
        assertThat(PackagedJar.packagedComponents())
                .hasSizeGreaterThan(100)
                .allSatisfy(component -> assertThat(component.licences())
                        .as(component.coordinates())
                        .isNotEmpty()
                        .isSubsetOf(ALLOWED));
    }

    @Test
    void theListInTheJarIsWhatTheJarIsMadeOf() throws IOException {
        String list = Files.readString(FILE);
        int begin = list.indexOf(BEGIN) + BEGIN.length();
        int end = list.indexOf(END);
        assertThat(end).as("the marks around the table in %s", FILE).isGreaterThanOrEqualTo(begin);

        if (Boolean.getBoolean("licences.write")) {
            Files.writeString(FILE, list.substring(0, begin) + table() + list.substring(end));
        } else {
            assertThat(list.substring(begin, end)).isEqualTo(table());
            assertThat(inTheJar()).isEqualTo(list);
        }
    }

    private static String table() {
        return "| component | licence |\n|---|---|\n"
                + PackagedJar.packagedComponents().map(LicencesTest::row).collect(joining());
    }

    private static String row(Component component) {
        return "| %s | %s |\n".formatted(component.coordinates(), String.join("; ", component.licences()));
    }

    private static String inTheJar() throws IOException {
        try (JarFile jar = new JarFile(PackagedJar.PATH.toFile())) {
            return new String(jar.getInputStream(jar.getEntry(ENTRY)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
