package io.rakegate.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "run.log,                       run.log",
        "../../etc/passwd,              passwd",
        "C:\\Users\\ann\\run.log,       run.log",
        "'a\u0000b\r\nc\u001b[31m.log', abc[31m.log",
        "'gol.\u202Egnp.log',           gol.gnp.log",
        "'e\u0301tat.log',              '\u00e9tat.log'",
        "größe ✓.log,                   größe ✓.log"
    })
    void aNameIsMadeHarmlessAndStaysRecognisable(String sent, String expected) {
        assertThat(FileName.clean(sent)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "/", "a/", "\u0000", "…/.."})
    void whatLeavesNothingIsNamedEvidence(String sent) {
        assertThat(FileName.clean(sent)).isEqualTo("evidence");
    }

    @Test
    void aNameThatWasNotSentIsNamedEvidence() {
        assertThat(FileName.clean(null)).isEqualTo("evidence");
    }

    @Test
    void aLongNameKeepsItsExtension() {
        String name = FileName.clean("🚀".repeat(300) + ".log");

        assertThat(name).hasSizeLessThanOrEqualTo(200).endsWith("🚀.log");
    }
}
