package io.rakegate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessDocumentTest {

    static Stream<Field> sentences() {
        return Arrays.stream(ProcessDocument.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void eachSentenceStandsWordForWordInTheDocument(Field sentence) throws Exception {
        assertThat(document()).contains((String) sentence.get(null));
    }

    private static String document() throws IOException {
        try (InputStream document = ProcessDocumentTest.class.getResourceAsStream("/policy/source-process.md")) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
