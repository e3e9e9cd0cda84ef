package io.rakegate.evidence.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextEncodingTest {

    private static final String TEXT = "Größe ✓ 🚀 of 12 rows\n";

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(UTF_8, TEXT.getBytes(UTF_8)),
                Arguments.of(UTF_8, ("\ufeff" + TEXT).getBytes(UTF_8)),
                Arguments.of(UTF_16LE, ("\ufeff" + TEXT).getBytes(UTF_16LE)),
                Arguments.of(UTF_16BE, ("\ufeff" + TEXT).getBytes(UTF_16BE)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsReadInItsEncodingWithoutItsMark(Charset encoding, byte[] bytes) throws IOException {
        assertThat(detect(bytes)).contains(encoding);
        assertThat(read(bytes, encoding)).isEqualTo(TEXT);
    }

    @Test
    void whatIsNotUtf8IsReadAsIso() throws IOException {
        byte[] bytes = "Größe of 12 rows, naïve".getBytes(ISO_8859_1);

        assertThat(detect(bytes)).contains(ISO_8859_1);
        assertThat(read(bytes, ISO_8859_1)).isEqualTo("Größe of 12 rows, naïve");
    }

    @Test
    void aCharacterCutInTheMiddleIsNoUtf8() throws IOException {
        byte[] bytes = {'r', 'o', 'w', 's', ' ', ' ', (byte) 0xe2, (byte) 0x9c};

        assertThat(detect(bytes)).contains(ISO_8859_1);
    }

    @Test
    void coloursOfATerminalAreText() throws IOException {
        assertThat(detect("\u001b[32mdone\u001b[0m\u0007\n".getBytes(UTF_8))).contains(UTF_8);
    }

    @Test
    void anythingElseIsNoText() throws IOException {
        byte[] random = new byte[10_000];
        new Random(7).nextBytes(random);

        assertThat(detect(random)).isEmpty();
        assertThat(detect(new byte[] {'a', 0, 'b'})).isEmpty();
        assertThat(detect(new byte[] {1, 2, 3, 4})).isEmpty();
        assertThat(detect("ssn".getBytes(UTF_16LE))).isEmpty();
    }

    @Test
    void aByteOrderMarkBeforeOtherContentIsNoText() throws IOException {
        byte[] disguised = "\u00ff\u00fessn=123456789 of somebody, in one byte each".getBytes(ISO_8859_1);

        assertThat(detect(disguised)).isEmpty();
    }

    private static Optional<Charset> detect(byte[] bytes) throws IOException {
        return TextEncoding.detect(new ByteArrayInputStream(bytes));
    }

    private static String read(byte[] bytes, Charset encoding) throws IOException {
        try (Reader reader = TextEncoding.reader(new ByteArrayInputStream(bytes), encoding);
                BufferedReader lines = new BufferedReader(reader)) {
            StringBuilder text = new StringBuilder();
            for (int c; (c = lines.read()) >= 0; ) {
                text.append((char) c);
            }
            return text.toString();
        }
    }
}
