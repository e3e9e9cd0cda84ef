package io.rakegate.evidence.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    @Test
    void linesComeWithTheirNumbers() throws IOException {
        assertThat(read("one\r\n\ntwo\nthree")).containsExactly("1:one", "2:", "3:two", "4:three");
        assertThat(read("one\n")).containsExactly("1:one");
        assertThat(read("")).isEmpty();
    }

    @Test
    void aLongLineComesInPiecesThatOverlap() throws IOException {
        String edge = "[env:staging]";
        String line = "x".repeat(LogLines.LONGEST - 5) + edge + "y".repeat(LogLines.LONGEST);

        List<String> pieces = read(line + "\nlast");

        assertThat(pieces).hasSize(4).filteredOn(piece -> piece.contains(edge)).hasSize(1);
        assertThat(pieces.get(3)).isEqualTo("2:last");
        assertThat(pieces).filteredOn(piece -> piece.startsWith("1:")).hasSize(3);
    }

    @Test
    void aLineThatJustFitsIsNotNumberedTwice() throws IOException {
        String line = "x".repeat(LogLines.LONGEST);

        assertThat(read(line + "\nlast")).last().isEqualTo("2:last");
        assertThat(read(line)).allMatch(piece -> piece.startsWith("1:"));
    }

    private static List<String> read(String text) throws IOException {
        LogLines lines = new LogLines(new StringReader(text));
        List<String> read = new ArrayList<>();
        for (String line; (line = lines.next()) != null; ) {
            read.add(lines.number() + ":" + line);
        }
        return read;
    }
}
