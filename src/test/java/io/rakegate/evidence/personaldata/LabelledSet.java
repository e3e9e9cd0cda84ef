package io.rakegate.evidence.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The lines that the scan is measured on: from templates and by hand, with and without personal data. */
final class LabelledSet {

    private static final int VARIANTS_WITH = 5;
    private static final int VARIANTS_WITHOUT = 20;

    private LabelledSet() {}

    /**
     * A line and what is in it.
     *
     * @param sensitive values that may not be left when it is redacted; empty where only the kinds are known
     */
    record Line(String text, Set<PersonalDataKind> kinds, List<String> sensitive) {}

    static List<Line> with() {
        List<Line> lines = new ArrayList<>();
        for (String row : read("personal-templates.txt")) {
            String[] parts = row.split("\t", 2);
            for (int variant = 0; variant < VARIANTS_WITH; variant++) {
                LineTemplates.Filled filled = LineTemplates.fill(parts[1], variant);
                lines.add(new Line(filled.text(), kinds(parts[0]), filled.sensitive()));
            }
        }
        for (String row : read("personal-lines.txt")) {
            String[] parts = row.split("\t", 2);
            lines.add(new Line(parts[1], kinds(parts[0]), List.of()));
        }
        return lines;
    }

    static List<String> without() {
        List<String> lines = new ArrayList<>(read("clean-lines.txt"));
        for (String template : read("clean-templates.txt")) {
            for (int variant = 0; variant < VARIANTS_WITHOUT; variant++) {
                lines.add(LineTemplates.fill(template, variant).text());
            }
        }
        return lines;
    }

    private static Set<PersonalDataKind> kinds(String names) {
        Set<PersonalDataKind> kinds = EnumSet.noneOf(PersonalDataKind.class);
        Arrays.stream(names.split(",", -1)).map(PersonalDataKind::valueOf).forEach(kinds::add);
        return kinds;
    }

    private static List<String> read(String name) {
        try (InputStream file = LabelledSet.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
