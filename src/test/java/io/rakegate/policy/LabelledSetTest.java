package io.rakegate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How often the rules are right, measured on files that people have labelled. */
class LabelledSetTest {

    private static final Path PAGE = Path.of("docs/rules-measured.md");

    private static List<LabelledFile> files;
    private static Measurement measurement;

    @BeforeAll
    static void measure() {
        files = LabelledFile.all();
        measurement = Measurement.of(files);
        System.out.println(measurement.page());
    }

    @Test
    void theSetIsLargeEnoughAndHalfOfItIsClean() {
        assertThat(files).hasSizeGreaterThanOrEqualTo(60);
        assertThat(files.stream().filter(LabelledFile::isClean).count()).isGreaterThanOrEqualTo(files.size() / 2);
    }

    @Test
    void everyFileIsReadable() {
        assertThat(files)
                .allSatisfy(file -> assertThat(
                                RakeFile.read(file.name(), file.ruby()).problem())
                        .as(file.name())
                        .isNull());
    }

    @Test
    void everyLabelNamesARule() {
        List<String> rules = new PolicyRules().names();

        assertThat(files.stream().flatMap(file -> file.expected().stream()))
                .allSatisfy(label -> assertThat(rules).contains(label.substring(0, label.indexOf(':'))));
    }

    @Test
    void findingsAreRarelyWrong() {
        assertThat(measurement.all().precision()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void findingsAreRarelyMissed() {
        assertThat(measurement.all().recall()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void noRuleIsWrongMoreOftenThanOnceInFive() {
        assertThat(measurement.perRule())
                .allSatisfy(
                        (rule, count) -> assertThat(count.precision()).as(rule).isGreaterThanOrEqualTo(0.8));
    }

    @Test
    void thePageSaysWhatIsMeasured() throws IOException {
        if (Boolean.getBoolean("rakegate.docs.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, measurement.page());
        }

        assertThat(PAGE)
                .as("run with -Drakegate.docs.update=true to write the page anew")
                .hasContent(measurement.page());
    }
}
