package io.rakegate.process.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of {@code processes/README.md}. */
final class ProcessReadme {

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private final List<String> lines;

    ProcessReadme() {
        try {
            lines = Files.readAllLines(Path.of("processes/README.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The rows below a heading, by column.
     *
     * @throws AssertionError if there is no table
     */
    List<Map<String, String>> table(String heading) {
        int start = lines.indexOf("## " + heading);
        List<String[]> rows = lines.stream()
                .skip(start + 1L)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("|"))
                .map(ProcessReadme::cells)
                .toList();
        if (start < 0 || rows.size() < 3) {
            throw new AssertionError("processes/README.md has no table below \"" + heading + "\".");
        }
        return rows.stream().skip(2).map(cells -> row(rows.get(0), cells)).toList();
    }

    /** The names in backticks of a cell. */
    static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    /** The names in a column, in the order of the rows, each cell naming at most one thing. */
    List<String> column(String heading, String column) {
        return table(heading).stream()
                .flatMap(row -> names(row.get(column)).stream().limit(1))
                .toList();
    }

    private static Map<String, String> row(String[] columns, String[] cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], cells[i]);
        }
        return row;
    }

    private static String[] cells(String line) {
        String inner = line.strip().replaceAll("^\\||\\|$", "");
        return Stream.of(inner.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    }
}
